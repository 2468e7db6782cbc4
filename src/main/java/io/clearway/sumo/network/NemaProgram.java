package io.clearway.sumo.network;

import io.clearway.simulation.RoadNetwork.ProgramPhase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A program of SUMO's type NEMA as the fixed-time cycle that it runs when every phase is called and has its longest
 * green. Each ring shows its phases one after the other, green, yellow and red; rings wait for each other at barriers.
 *
 * <p>Source: <a href="https://sumo.dlr.de/docs/Simulation/NEMA.html">Traffic Lights with NEMA Phases</a>.
 */
final class NemaProgram {
    /** SUMO's name of the type. */
    static final String TYPE = "NEMA";

    private static final List<String> RINGS = List.of("ring1", "ring2");
    private static final double MILLIS_PER_SECOND = 1000;
    private static final String NO_PHASE = "0";

    private final Map<String, Phase> phases;
    private final Map<String, String> parameters;

    /**
     * @param phases in the order of the file
     * @param parameters of the program, by key
     */
    NemaProgram(List<Phase> phases, Map<String, String> parameters) {
        this.phases = new LinkedHashMap<>();
        phases.forEach(phase -> this.phases.put(phase.name(), phase));
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * One phase of a ring.
     *
     * @param state SUMO's state of all links while it is green; those of other phases are red
     */
    record Phase(String name, String state, double greenSeconds, double yellowSeconds, double redSeconds) {
        double seconds() {
            return greenSeconds + yellowSeconds + redSeconds;
        }

        Phase longer(double moreSeconds) {
            return new Phase(name, state, greenSeconds + moreSeconds, yellowSeconds, redSeconds);
        }
    }

    /** A state of one ring until a time of the cycle. */
    private record Shown(long untilMillis, String state) {}

    /**
     * The cycle.
     *
     * @throws IllegalArgumentException when a ring names a phase that is not there, or rings have other numbers of
     *     barriers
     */
    List<ProgramPhase> cycle() {
        List<List<List<Phase>>> rings = RINGS.stream()
                .map(this::betweenBarriers)
                .filter(groups -> !groups.isEmpty())
                .toList();
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("a NEMA program without 'ring1' and 'ring2'");
        }
        int groups = rings.get(0).size();
        if (rings.stream().anyMatch(ring -> ring.size() != groups)) {
            throw new IllegalArgumentException("a NEMA program whose rings do not pass the same barriers");
        }
        List<List<Phase>> waiting = new ArrayList<>();
        rings.forEach(ring -> waiting.add(new ArrayList<>()));
        for (int group = 0; group < groups; group++) {
            int at = group;
            double longest = rings.stream()
                    .mapToDouble(ring -> seconds(ring.get(at)))
                    .max()
                    .orElse(0);
            for (int ring = 0; ring < rings.size(); ring++) {
                List<Phase> own = rings.get(ring).get(group);
                Phase last = own.get(own.size() - 1);
                waiting.get(ring).addAll(own.subList(0, own.size() - 1));
                waiting.get(ring).add(last.longer(longest - seconds(own)));
            }
        }
        return together(waiting.stream().map(NemaProgram::shown).toList());
    }

    private static double seconds(List<Phase> phases) {
        return phases.stream().mapToDouble(Phase::seconds).sum();
    }

    private List<List<Phase>> betweenBarriers(String ring) {
        // SUMO reads the second barrier only where no coordinated phases are named
        String second = parameters.containsKey("coordinatePhases") ? "coordinatePhases" : "barrier2Phases";
        List<String> barriers =
                Stream.of("barrierPhases", second).flatMap(this::names).toList();
        List<List<Phase>> groups = new ArrayList<>();
        List<Phase> group = new ArrayList<>();
        for (String name : names(ring).toList()) {
            Phase phase = phases.get(name);
            if (phase == null) {
                throw new IllegalArgumentException(
                        "a NEMA program whose %s names phase '%s', which it lacks".formatted(ring, name));
            }
            group.add(phase);
            if (barriers.contains(name)) {
                groups.add(group);
                group = new ArrayList<>();
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private Stream<String> names(String parameter) {
        return Stream.of(parameters.getOrDefault(parameter, "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(NO_PHASE));
    }

    /** What a ring shows over its cycle. A link that is green in the next phase as well keeps its green. */
    private static List<Shown> shown(List<Phase> ring) {
        List<Shown> states = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < ring.size(); i++) {
            Phase phase = ring.get(i);
            String next = ring.get((i + 1) % ring.size()).state();
            time += millis(phase.greenSeconds());
            states.add(new Shown(time, phase.state()));
            time += millis(phase.yellowSeconds());
            states.add(new Shown(time, ended(phase.state(), next, 'y')));
            time += millis(phase.redSeconds());
            states.add(new Shown(time, ended(phase.state(), next, 'r')));
        }
        return states;
    }

    private static long millis(double seconds) {
        return Math.round(seconds * MILLIS_PER_SECOND);
    }

    private static String ended(String state, String next, char signal) {
        StringBuilder ended = new StringBuilder(state);
        for (int index = 0; index < state.length(); index++) {
            boolean stays = index < next.length() && isGreen(next.charAt(index));
            if (isGreen(state.charAt(index)) && !stays) {
                ended.setCharAt(index, signal);
            }
        }
        return ended.toString();
    }

    /** All rings at once, cut where one of them changes. */
    private static List<ProgramPhase> together(List<List<Shown>> rings) {
        TreeSet<Long> changes = new TreeSet<>();
        rings.forEach(ring -> ring.forEach(shown -> changes.add(shown.untilMillis())));
        List<ProgramPhase> cycle = new ArrayList<>();
        long from = 0;
        for (long until : changes) {
            long begin = from;
            String state = rings.stream()
                    .map(ring -> at(ring, begin))
                    .reduce(NemaProgram::union)
                    .orElseThrow();
            int last = cycle.size() - 1;
            if (last >= 0 && cycle.get(last).state().equals(state)) {
                cycle.set(
                        last, new ProgramPhase(cycle.get(last).seconds() + (until - from) / MILLIS_PER_SECOND, state));
            } else if (until > from) {
                cycle.add(new ProgramPhase((until - from) / MILLIS_PER_SECOND, state));
            }
            from = until;
        }
        return cycle;
    }

    private static String at(List<Shown> ring, long millis) {
        return ring.stream()
                .filter(shown -> shown.untilMillis() > millis)
                .map(Shown::state)
                .findFirst()
                .orElse(Objects.requireNonNull(ring.get(ring.size() - 1)).state());
    }

    private static String union(String one, String other) {
        StringBuilder state = new StringBuilder(one);
        for (int index = 0; index < Math.min(one.length(), other.length()); index++) {
            if (rank(other.charAt(index)) > rank(one.charAt(index))) {
                state.setCharAt(index, other.charAt(index));
            }
        }
        return state.toString();
    }

    private static int rank(char signal) {
        return "rsuyYgG".indexOf(signal);
    }

    private static boolean isGreen(char signal) {
        return signal == 'G' || signal == 'g';
    }
}

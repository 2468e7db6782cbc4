package io.clearway.scenario.onboarding;

import io.clearway.scenario.atsc.network.NetworkSurvey;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.TurningPriority;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The phases that the agent of a signal may choose from: the greens of its programs, without conflicts, and where some
 * movement has green in none of them, more phases that serve it.
 */
final class PhaseChoice {
    private final TrafficLight light;
    private final ConflictMatrix conflicts;
    private final Set<Phase> phases = new LinkedHashSet<>();
    private final List<Phase> added = new ArrayList<>();
    private final List<String> repaired = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<Integer> unserved;

    PhaseChoice(TrafficLight light, ConflictMatrix conflicts) {
        this.light = light;
        this.conflicts = conflicts;
        for (Phase phase : NetworkSurvey.phases(light)) {
            take(phase);
        }
        this.unserved = indices();
        phases.forEach(phase -> unserved.removeIf(phase::isGreen));
        serveAll(new TreeSet<>(unserved));
    }

    private Set<Integer> indices() {
        return light.links().stream().map(Link::index).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of two movements in conflict, the one that must yield gives way; where none must, the phase is rejected. */
    private void take(Phase phase) {
        StringBuilder state = new StringBuilder(phase.state());
        for (var conflict = conflicts.findProtected(phase.state());
                conflict.isPresent();
                conflict = conflicts.findProtected(state.toString())) {
            int one = conflict.get().one();
            int other = conflict.get().other();
            if (yields(one, other)) {
                state.setCharAt(one, 'g');
            } else if (yields(other, one)) {
                state.setCharAt(other, 'g');
            } else {
                refuse(phase, conflict.get());
                return;
            }
        }
        var left = conflicts.find(state.toString());
        if (left.isPresent()) {
            refuse(phase, left.get());
            return;
        }
        if (!state.toString().equals(phase.state())) {
            repaired.add("%s became %s".formatted(phase.state(), state));
        }
        phases.add(new Phase(state.toString()));
    }

    private void refuse(Phase phase, ConflictMatrix.Conflict conflict) {
        refused.add("%s (%d and %d)".formatted(phase.state(), conflict.one(), conflict.other()));
    }

    /** Turns decide before the priority that roads would have without a signal. */
    private boolean yields(int index, int to) {
        return yieldsByTurn(index, to) || (!yieldsByTurn(to, index) && yieldsByRoad(index, to));
    }

    private boolean yieldsByTurn(int index, int to) {
        return links(index).anyMatch(link -> links(to).anyMatch(other -> TurningPriority.yields(link, other)));
    }

    private boolean yieldsByRoad(int index, int to) {
        return links(index).anyMatch(link -> link.yieldsTo().contains(to));
    }

    private Stream<Link> links(int index) {
        return light.links().stream().filter(link -> link.index() == index);
    }

    private void serveAll(Set<Integer> waiting) {
        int size = Math.max(
                conflicts.size(), phases.stream().mapToInt(Phase::size).max().orElse(programSize()));
        while (!waiting.isEmpty()) {
            StringBuilder state = new StringBuilder("r".repeat(size));
            grant(state, waiting);
            grant(state, indices());
            Phase phase = new Phase(state.toString());
            waiting.removeIf(phase::isGreen);
            phases.add(phase);
            added.add(phase);
        }
    }

    private int programSize() {
        return light.programs().get(0).phases().get(0).state().length();
    }

    /** Gives green to each of these that meets none that has it already. */
    private void grant(StringBuilder state, Set<Integer> indices) {
        for (int index : indices) {
            boolean free = light.links().stream()
                    .filter(link -> link.index() == index)
                    .flatMap(link -> link.foes().stream())
                    .noneMatch(foe -> state.charAt(foe) == 'G');
            if (free) {
                state.setCharAt(index, 'G');
            }
        }
    }

    /** In the order of the programs, those added at the end. */
    List<Phase> phases() {
        return List.copyOf(phases);
    }

    /** Phases that no program has. */
    List<Phase> added() {
        return List.copyOf(added);
    }

    /** Signal indices that no program serves. */
    List<Integer> unserved() {
        return List.copyOf(unserved);
    }

    /** Phases in which a movement now yields, as text. */
    List<String> repaired() {
        return repaired;
    }

    /** Phases with a conflict that cannot be repaired, as text. */
    List<String> refused() {
        return refused;
    }
}

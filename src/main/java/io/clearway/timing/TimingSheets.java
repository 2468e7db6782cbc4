package io.clearway.timing;

import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.MovementTiming.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Makes timing sheets of networks. */
public final class TimingSheets {
    /** RiLSA 2015, section 2.6: shortest green of vehicles. */
    private static final int MINIMUM_GREEN = 5;
    /** MUTCD (2009), section 4E.06: shortest walk. */
    private static final int MINIMUM_WALK = 7;

    private static final int MAXIMUM_RED = 120;
    /** Longer times between greens in a program are no clearance; some stage lies between. */
    private static final int LONGEST_INTERGREEN = 30;

    private final RoadNetwork network;
    private final Map<String, RoadNetwork.Lane> lanes;
    private final Clearance clearance;

    public TimingSheets(RoadNetwork network) {
        this.network = network;
        this.lanes = network.lanesById();
        this.clearance = new Clearance(lanes);
    }

    /** The sheet of all traffic lights that control something, by their own programs and the formulas. */
    public TimingSheet standard(TimingProfile profile) {
        Map<String, SignalTiming> signals = new TreeMap<>();
        network.lights().stream()
                .filter(light -> !light.links().isEmpty() && !light.programs().isEmpty())
                .forEach(light -> signals.put(light.id(), timing(light, profile)));
        return new TimingSheet(profile, signals);
    }

    /**
     * The sheet of the papers: the same yellow and clearance for every signal, no minimum green, no maximum red.
     *
     * @param yellowSeconds of vehicles
     * @param transitionSeconds from the end of a green to the beginning of a conflicting one
     */
    public TimingSheet paper(int yellowSeconds, int transitionSeconds) {
        Map<String, SignalTiming> signals = new TreeMap<>();
        for (TrafficLight light : network.lights()) {
            List<MovementTiming> movements = movements(light).stream()
                    .map(kind -> new MovementTiming(kind, kind == Kind.VEHICLES ? yellowSeconds : 0, 0, 0))
                    .toList();
            List<Intergreens.Entry> entries = pairs(light).stream()
                    .map(pair -> new Intergreens.Entry(
                            pair.ending().index(), pair.beginning().index(), transitionSeconds))
                    .distinct()
                    .toList();
            signals.put(light.id(), new SignalTiming(movements, Intergreens.of(movements.size(), entries)));
        }
        return new TimingSheet(TimingProfile.PAPER, signals);
    }

    private SignalTiming timing(TrafficLight light, TimingProfile profile) {
        OwnerTimes owner = new OwnerTimes(light.programs().get(0));
        List<Kind> kinds = movements(light);
        int[] yellow = new int[kinds.size()];
        for (Link link : light.links()) {
            yellow[link.index()] = Math.max(yellow[link.index()], yellow(link, owner, profile));
        }
        List<MovementTiming> movements = new ArrayList<>();
        for (int index = 0; index < kinds.size(); index++) {
            movements.add(new MovementTiming(
                    kinds.get(index),
                    yellow[index],
                    minimumGreen(kinds.get(index), owner.greenSeconds(index)),
                    kinds.get(index) == Kind.NONE ? 0 : Math.max(MAXIMUM_RED, owner.cycleSeconds())));
        }
        return new SignalTiming(movements, intergreens(light, owner, profile, yellow));
    }

    private static int minimumGreen(Kind kind, OptionalInt shortestOfOwner) {
        int usual = kind == Kind.VEHICLES ? MINIMUM_GREEN : kind == Kind.PEDESTRIANS ? MINIMUM_WALK : 0;
        return Math.min(usual, shortestOfOwner.orElse(usual));
    }

    private int yellow(Link link, OwnerTimes owner, TimingProfile profile) {
        if (link.path().crossing()) {
            return 0;
        }
        RoadNetwork.Lane lane = lanes.get(link.fromLane());
        int computed = lane == null
                ? TimingFormulas.yellowSeconds(0, 0)
                : TimingFormulas.yellowSeconds(lane.speedLimitMetersPerSecond(), lane.grade());
        return combine(profile, owner.yellowSeconds(link.index()), computed);
    }

    private Intergreens intergreens(TrafficLight light, OwnerTimes owner, TimingProfile profile, int[] yellow) {
        int size = yellow.length;
        int[][] seconds = new int[size][size];
        boolean[][] conflict = new boolean[size][size];
        for (Pair pair : pairs(light)) {
            int ending = pair.ending().index();
            int beginning = pair.beginning().index();
            OptionalInt owners = owner.intergreenSeconds(ending, beginning);
            OptionalInt plausible =
                    owners.isPresent() && owners.getAsInt() <= LONGEST_INTERGREEN ? owners : OptionalInt.empty();
            int combined = Math.max(
                    yellow[ending],
                    combine(profile, plausible, clearance.seconds(pair.ending(), pair.beginning(), yellow[ending])));
            conflict[ending][beginning] = true;
            seconds[ending][beginning] = Math.max(seconds[ending][beginning], combined);
        }
        List<Intergreens.Entry> entries = new ArrayList<>();
        for (int ending = 0; ending < size; ending++) {
            for (int beginning = 0; beginning < size; beginning++) {
                if (conflict[ending][beginning]) {
                    entries.add(new Intergreens.Entry(ending, beginning, seconds[ending][beginning]));
                }
            }
        }
        return Intergreens.of(size, entries);
    }

    private static int combine(TimingProfile profile, OptionalInt owner, int computed) {
        return profile == TimingProfile.OWNER ? owner.orElse(computed) : Math.max(owner.orElse(computed), computed);
    }

    /** By signal index; as many as the signal's program has. */
    private static List<Kind> movements(TrafficLight light) {
        int size = light.links().stream().mapToInt(Link::index).max().orElse(-1) + 1;
        for (RoadNetwork.Program program : light.programs()) {
            for (RoadNetwork.ProgramPhase phase : program.phases()) {
                size = Math.max(size, phase.state().length());
            }
        }
        List<Kind> kinds = new ArrayList<>(Collections.nCopies(size, Kind.NONE));
        for (Link link : light.links()) {
            kinds.set(link.index(), link.path().crossing() ? Kind.PEDESTRIANS : Kind.VEHICLES);
        }
        return kinds;
    }

    /** All ordered pairs of foes. */
    private static List<Pair> pairs(TrafficLight light) {
        List<Pair> pairs = new ArrayList<>();
        for (Link one : light.links()) {
            for (Link other : light.links()) {
                boolean foes =
                        one.foes().contains(other.index()) || other.foes().contains(one.index());
                if (foes && one.index() != other.index()) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private record Pair(Link ending, Link beginning) {}
}

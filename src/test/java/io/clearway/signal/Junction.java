package io.clearway.signal;

import static io.clearway.timing.MovementTiming.Kind.PEDESTRIANS;
import static io.clearway.timing.MovementTiming.Kind.VEHICLES;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A junction of six movements, small enough to reckon by hand:
 *
 * <pre>
 * 0 from the north straight on
 * 1 from the north to the left, yields to 3, 4 and 5
 * 2 from the west straight on
 * 3 from the south straight on
 * 4 the crossing of the road to the east, which 1, 2 and 5 lead to
 * 5 from the south to the right, yields to 2 and 4
 * </pre>
 */
final class Junction {
    static final int YELLOW = 3;
    static final int SLOW_YELLOW = 4;
    static final int INTERGREEN = 5;
    static final int LONG_INTERGREEN = 7;
    static final int WALK_CLEARANCE = 8;
    static final int MINIMUM_GREEN = 6;
    static final int MINIMUM_WALK = 7;

    /** North and south with the walk; the left and the right turn yield. */
    static final Phase BOTH = new Phase("GgrGGg");

    /** The north alone, its left turn with priority. */
    static final Phase NORTH = new Phase("GGrrrr");

    /** The west, and the right turn that merges with it. */
    static final Phase WEST = new Phase("rrGrrG");

    /** The south alone. */
    static final Phase SOUTH = new Phase("rrrGrG");

    static final List<Phase> STAGES = List.of(BOTH, NORTH, WEST, SOUTH);

    private static final Path WALK = new Path(true, 9.6, 1.2, List.of());
    private static final List<Link> LINKS = List.of(
            new Link(0, "north_0", "south_0", 's', List.of(2), List.of()),
            new Link(1, "north_1", "east_0", 'l', List.of(2, 3, 4, 5), List.of(3, 4, 5)),
            new Link(2, "west_0", "east_0", 's', List.of(0, 1, 3, 4, 5), List.of()),
            new Link(3, "south_0", "north_0", 's', List.of(1, 2), List.of()),
            new Link(4, "corner", "crossing", 's', List.of(1, 2, 5), List.of(), WALK),
            new Link(5, "south_1", "east_0", 'r', List.of(1, 2, 4), List.of(2, 4)));

    private Junction() {}

    /** The light with one program of these states. */
    static TrafficLight light(String... states) {
        List<ProgramPhase> phases =
                Stream.of(states).map(state -> new ProgramPhase(10, state)).toList();
        return new TrafficLight("J", LINKS, List.of(new Program("0", "static", 0, phases)));
    }

    static ConflictMatrix conflicts(String... states) {
        return ConflictMatrix.of(light(states));
    }

    /** Yellow of 0 is longer, and so is the time from the end of 0 to the beginning of 2. */
    static SignalTiming timing(int maximumRed) {
        List<MovementTiming> movements = IntStream.range(0, LINKS.size())
                .mapToObj(index -> index == 4
                        ? new MovementTiming(PEDESTRIANS, 0, MINIMUM_WALK, maximumRed)
                        : new MovementTiming(VEHICLES, index == 0 ? SLOW_YELLOW : YELLOW, MINIMUM_GREEN, maximumRed))
                .toList();
        List<Intergreens.Entry> entries = LINKS.stream()
                .flatMap(link -> link.foes().stream().map(foe -> entry(link.index(), foe)))
                .toList();
        return new SignalTiming(movements, Intergreens.of(LINKS.size(), entries));
    }

    private static Intergreens.Entry entry(int ending, int beginning) {
        int vehicles = ending == 0 ? LONG_INTERGREEN : INTERGREEN;
        return new Intergreens.Entry(ending, beginning, ending == 4 ? WALK_CLEARANCE : vehicles);
    }

    static SafetyEnvelope envelope(String shown, Phase first) {
        return new SafetyEnvelope(conflicts(), timing(0), shown, first);
    }

    /** An envelope that has shown a stage for long. */
    static SafetyEnvelope settled(Phase stage) {
        SafetyEnvelope envelope = envelope(stage.state(), stage);
        play(envelope, stage, 60);
        return envelope;
    }

    /** What it shows in the next seconds, as in {@code yrr 3, rrr 2}. */
    static String play(SafetyEnvelope envelope, Phase requested, int seconds) {
        return stretch(IntStream.range(0, seconds)
                .mapToObj(second -> envelope.tick(requested))
                .toList());
    }

    static String stretch(List<String> states) {
        StringBuilder text = new StringBuilder();
        int same = 0;
        for (int second = 0; second < states.size(); second++) {
            same++;
            if (second + 1 == states.size() || !states.get(second + 1).equals(states.get(second))) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(states.get(second))
                        .append(' ')
                        .append(same);
                same = 0;
            }
        }
        return text.toString();
    }
}

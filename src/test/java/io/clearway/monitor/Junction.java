package io.clearway.monitor;

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
import java.util.stream.Stream;

/**
 * A junction of five movements, small enough to reckon by hand:
 *
 * <pre>
 * 0 from the north straight on
 * 1 from the west straight on
 * 2 from the south to the left, yields to 0
 * 3 the crossing of the road to the east
 * 4 from the south to the right, yields to 1, with which it merges, and to 3
 * </pre>
 */
final class Junction {
    static final int YELLOW = 3;
    static final int CLEARANCE = 5;
    static final int WALK_CLEARANCE = 8;
    static final int MINIMUM_GREEN = 6;
    static final int MAXIMUM_RED = 60;
    private static final Path WALK = new Path(true, 8, 1.2, List.of());
    private static final List<Link> LINKS = List.of(
            new Link(0, "north_0", "south_0", 's', List.of(1, 2), List.of()),
            new Link(1, "west_0", "east_0", 's', List.of(0, 2, 3, 4), List.of()),
            new Link(2, "south_1", "west_0", 'l', List.of(0, 1), List.of(0)),
            new Link(3, "corner", "crossing", 's', List.of(1, 4), List.of(), WALK),
            new Link(4, "south_0", "east_0", 'r', List.of(1, 3), List.of(1, 3)));

    private Junction() {}

    /** The light with one program of these states. */
    static TrafficLight light(String... states) {
        return light(LINKS, states);
    }

    static TrafficLight light(List<Link> links, String... states) {
        List<ProgramPhase> phases =
                Stream.of(states).map(state -> new ProgramPhase(10, state)).toList();
        return new TrafficLight("J", links, List.of(new Program("0", "static", 0, phases)));
    }

    static SignalTiming timing() {
        MovementTiming vehicles = new MovementTiming(VEHICLES, YELLOW, MINIMUM_GREEN, MAXIMUM_RED);
        MovementTiming walk = new MovementTiming(PEDESTRIANS, 0, MINIMUM_GREEN, MAXIMUM_RED);
        List<Intergreens.Entry> entries = LINKS.stream()
                .flatMap(link -> link.foes().stream()
                        .map(foe -> new Intergreens.Entry(
                                link.index(), foe, link.path().crossing() ? WALK_CLEARANCE : CLEARANCE)))
                .toList();
        return new SignalTiming(
                List.of(vehicles, vehicles, vehicles, walk, vehicles), Intergreens.of(LINKS.size(), entries));
    }
}

package io.clearway.verification;

import io.clearway.scenario.LiveSignal;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.MovementTiming.Kind;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.List;

/**
 * A junction with pedestrians: 0 from south to north, 1 the left turn against it, 2 from west to east, 3 the crossing
 * beside 0 and 1, 4 the crossing beside 2.
 */
final class WalkedJunction {
    static final int THROUGH = 0;
    static final int LEFT = 1;
    static final int CROSS = 2;
    static final int WALK_NORTH = 3;
    static final int WALK_EAST = 4;
    static final String NORTH = "GgrGr";
    static final String LEFT_ONLY = "rGrGr";
    static final String EAST = "rrGrG";
    private static final Path ROAD = new Path(false, 20, 13.9, List.of());
    private static final Path CROSSING = new Path(true, 9.6, 2.8, List.of());

    private WalkedJunction() {}

    static TrafficLight light() {
        return new TrafficLight(
                "J",
                List.of(
                        new Link(THROUGH, "s", "n", 's', List.of(LEFT, CROSS, WALK_EAST), List.of(), ROAD),
                        new Link(LEFT, "n", "e", 'l', List.of(THROUGH, CROSS, WALK_EAST), List.of(THROUGH), ROAD),
                        new Link(CROSS, "w", "e2", 's', List.of(THROUGH, LEFT, WALK_NORTH), List.of(), ROAD),
                        new Link(WALK_NORTH, "w0", "c0", 's', List.of(CROSS), List.of(), CROSSING),
                        new Link(WALK_EAST, "w1", "c1", 's', List.of(THROUGH, LEFT), List.of(), CROSSING)),
                List.of(new Program(
                        "0",
                        "static",
                        0,
                        List.of(
                                new ProgramPhase(30, NORTH),
                                new ProgramPhase(3, "ygrGr"),
                                new ProgramPhase(2, "rgrGr"),
                                new ProgramPhase(8, LEFT_ONLY),
                                new ProgramPhase(3, "ryrrr"),
                                new ProgramPhase(5, "rrrrr"),
                                new ProgramPhase(30, EAST),
                                new ProgramPhase(3, "rryrr"),
                                new ProgramPhase(5, "rrrrr")))));
    }

    /** 3 s of yellow, 5 s between vehicles, 8 s after a walk, 5 s of green, 7 s of walk, 90 s of red. */
    static SignalTiming timing() {
        List<MovementTiming> movements = new ArrayList<>();
        for (int index = 0; index < light().links().size(); index++) {
            boolean walk = index >= WALK_NORTH;
            movements.add(new MovementTiming(walk ? Kind.PEDESTRIANS : Kind.VEHICLES, walk ? 0 : 3, walk ? 7 : 5, 90));
        }
        List<Intergreens.Entry> entries = new ArrayList<>();
        for (Link link : light().links()) {
            for (int foe : link.foes()) {
                entries.add(new Intergreens.Entry(link.index(), foe, link.index() >= WALK_NORTH ? 8 : 5));
            }
        }
        return new SignalTiming(movements, Intergreens.of(movements.size(), entries));
    }

    static LiveSignal signal(SignalTiming timing, String... stages) {
        return new LiveSignal(
                "J",
                List.of(stages).stream().map(Phase::new).toList(),
                SignalProgram.of(light().programs().get(0)),
                ConflictMatrix.of(light()),
                timing);
    }

    /** With stages for some movements alone, so that the time of one does not hide that of another. */
    static LiveSignal signal(SignalTiming timing) {
        return signal(timing, NORTH, LEFT_ONLY, EAST, "Grrrr", "rGrrr", "rrGrr", "rrrGr");
    }
}

package io.clearway.verification;

import io.clearway.scenario.LiveSignal;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.RoadMap.Point;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Access;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.RoadUser;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.MovementTiming.Kind;
import io.clearway.timing.SignalTiming;
import io.clearway.timing.TimingProfile;
import io.clearway.timing.TimingSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ten movements that each cross movement 0 and have a stage each, so that no time hides another. Each of them depends
 * on other parts of the formulas; the times that they require are worked out by hand in {@link #byHand}.
 */
final class FormulaJunction {
    private static final int MOVEMENTS = 11;
    private static final int WALK = 6;
    /** The network's own program gives it none. */
    private static final int WITHOUT_YELLOW = 8;

    private static final Access UNSTATED = Access.UNSTATED;
    private static final double LIMIT = 13.89;

    private FormulaJunction() {}

    /** Where a movement comes from, and how. */
    private record Approach(double speed, Access access, double grade, char direction, Path path) {}

    private static Approach straight(double speed, double grade, double meters) {
        return new Approach(speed, UNSTATED, grade, 's', way(meters));
    }

    private static Path way(double meters) {
        return new Path(false, meters, 0, List.of());
    }

    private static Access with(RoadUser user) {
        return new Access(Set.of(RoadUser.CARS, user), true);
    }

    private static List<Approach> approaches() {
        return List.of(
                // 0, which all others cross
                new Approach(LIMIT, UNSTATED, 0, 's', shaped(new Point(0, 0), new Point(20, 0))),
                straight(LIMIT, 0, 20),
                new Approach(LIMIT, UNSTATED, 0, 'l', way(20)),
                new Approach(LIMIT, with(RoadUser.BICYCLES), 0, 's', way(28)),
                new Approach(LIMIT, with(RoadUser.TRAMS), 0, 's', way(20)),
                straight(LIMIT, -0.05, 5),
                new Approach(0, UNSTATED, 0, 's', new Path(true, 9.6, 0, List.of())),
                straight(20, 0, 5),
                straight(5, 0, 5),
                // 9 crosses 0 after 30 m, where 0 has come 10 m
                new Approach(LIMIT, UNSTATED, 0, 's', shaped(new Point(10, 30), new Point(10, -10))),
                // 10, which the network's own program gives 4 s of yellow and 5 s of red
                straight(LIMIT, 0, 5));
    }

    private static Path shaped(Point from, Point to) {
        double meters = Math.hypot(to.xMeters() - from.xMeters(), to.yMeters() - from.yMeters());
        return new Path(false, meters, 0, List.of(from, to));
    }

    static TrafficLight light() {
        List<Link> links = new ArrayList<>();
        for (int index = 0; index < MOVEMENTS; index++) {
            Approach approach = approaches().get(index);
            List<Integer> foes =
                    index == 0 ? IntStream.range(1, MOVEMENTS).boxed().toList() : List.of(0);
            links.add(new Link(
                    index,
                    "in%d_0".formatted(index),
                    "out_" + index,
                    approach.direction(),
                    foes,
                    List.of(),
                    approach.path()));
        }
        return new TrafficLight("J", links, List.of(new Program("0", "static", 0, program())));
    }

    private static List<ProgramPhase> program() {
        List<ProgramPhase> phases = new ArrayList<>();
        for (int index = 0; index < MOVEMENTS; index++) {
            boolean last = index == MOVEMENTS - 1;
            phases.add(new ProgramPhase(20, state(index, 'G')));
            phases.add(
                    new ProgramPhase(last ? 4 : 3, state(index, index == WALK || index == WITHOUT_YELLOW ? 'r' : 'y')));
        }
        phases.add(new ProgramPhase(5, "r".repeat(MOVEMENTS)));
        return phases;
    }

    private static String state(int index, char light) {
        return "r".repeat(index) + light + "r".repeat(MOVEMENTS - 1 - index);
    }

    /** By the service's formulas. */
    static SignalTiming computed() {
        List<Road> roads = new ArrayList<>();
        for (int index = 0; index < MOVEMENTS; index++) {
            Approach approach = approaches().get(index);
            String id = "in" + index;
            Lane lane = new Lane(id + "_0", id, 0, 100, approach.speed(), approach.access(), approach.grade());
            roads.add(new Road(id, false, id, "J", List.of(lane)));
        }
        RoadNetwork network = new RoadNetwork(roads, List.of(), List.of(light()));
        return new TimingSheets(network).standard(TimingProfile.STANDARD).of("J");
    }

    /** By hand. */
    static SignalTiming byHand() {
        // 1 + 13.89 / (6.1 - 0.98) = 3.7 for 5; 5 s above 60 km/h for 7; the program's 4 s for 10
        int[] yellow = {3, 3, 3, 3, 3, 4, 0, 5, 3, 3, 4};
        // 1: 3 + 26 / 10. 2: 2 + 26 / 7. 3: 1 + 28 / 4. 4: 13.89 / 2.8 + 35 / 10. 5, 7, 8: 3 + 11 / 10. 6: 9.6 / 1.2.
        // 9: 3 + 36 / 10 - 10 / 11.11. 10: the program's 4 + 5
        int[] toZero = {0, 6, 6, 8, 9, 5, 8, 5, 5, 6, 9};
        List<MovementTiming> movements = new ArrayList<>();
        List<Intergreens.Entry> entries = new ArrayList<>();
        for (int index = 0; index < MOVEMENTS; index++) {
            boolean walk = index == WALK;
            // the program's cycle: 10 times 23 s, and 29 s
            movements.add(
                    new MovementTiming(walk ? Kind.PEDESTRIANS : Kind.VEHICLES, yellow[index], walk ? 7 : 5, 259));
            if (index > 0) {
                entries.add(new Intergreens.Entry(index, 0, toZero[index]));
                // 3 + 26 / 10; to 9, which has 30 m to come, 3 + 16 / 10 - 2.7, not below yellow
                entries.add(new Intergreens.Entry(0, index, index == 9 ? 3 : 6));
            }
        }
        return new SignalTiming(movements, Intergreens.of(MOVEMENTS, entries));
    }

    static LiveSignal signal(SignalTiming timing) {
        List<Phase> stages = IntStream.range(0, MOVEMENTS)
                .mapToObj(index -> new Phase(state(index, 'G')))
                .toList();
        return new LiveSignal(
                "J", stages, SignalProgram.of(light().programs().get(0)), ConflictMatrix.of(light()), timing);
    }
}

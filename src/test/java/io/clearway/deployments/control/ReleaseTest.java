package io.clearway.deployments.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signal with a long clearance, from the first to the third of its streams, is released. */
class ReleaseTest {
    private static final int YELLOW = 3;
    private static final int LONG_CLEARANCE = 12;
    private static final Program PROGRAM = new Program(
            "0",
            "static",
            0,
            List.of(
                    new ProgramPhase(20, "Grr"),
                    new ProgramPhase(YELLOW, "yrr"),
                    new ProgramPhase(15, "rGr"),
                    new ProgramPhase(YELLOW, "ryr"),
                    new ProgramPhase(20, "rrG"),
                    new ProgramPhase(YELLOW, "rry")));
    private static final int CYCLE = 64;

    static IntStream secondsOfTheCycle() {
        return IntStream.range(0, CYCLE);
    }

    /** The program knows nothing of a signal that ended its first stage late. */
    @ParameterizedTest
    @MethodSource("secondsOfTheCycle")
    void itsOwnProgramMayGoOnWithoutShorteningAClearance(int begin) {
        List<String> shown = new ArrayList<>();
        PlanIssuer issuer =
                new PlanIssuer(List.of(signal()), List.of(light()), List.of("Grr"), 0, new DecisionLimits(1, 1));
        for (int second = 0; second < 2 * CYCLE + begin; second++) {
            JointObservation observation =
                    JointObservation.of(new float[][] {{1}}, new boolean[][] {{true, true, true}});
            issuer.decide(second, observation, new ControllerResponse.Answered(JointAction.of(0)));
            second(issuer, second, shown);
        }
        issuer.beginRelease(shown.size());
        while (issuer.release(shown.size()).isEmpty()) {
            assertThat(shown).hasSizeLessThan(6 * CYCLE);
            second(issuer, shown.size(), shown);
        }
        SignalProgram program = SignalProgram.of(PROGRAM);
        for (int second = shown.size(); second < 8 * CYCLE; second++) {
            shown.add(program.stateAt(second));
        }
        int ended = Integer.MIN_VALUE / 2;
        for (int second = 1; second < shown.size(); second++) {
            ended = lost(shown, second, 0) ? second : ended;
            if (lost(shown, second, 1)) {
                assertThat(shown.get(second).charAt(1)).isEqualTo('y');
            }
            if (shown.get(second).charAt(2) == 'G' && shown.get(second - 1).charAt(2) != 'G') {
                assertThat(second - ended)
                        .as("%s", shown.subList(0, second + 1))
                        .isGreaterThanOrEqualTo(LONG_CLEARANCE);
            }
        }
    }

    private static void second(PlanIssuer issuer, int now, List<String> shown) {
        String state = issuer.tick(now).get("a");
        shown.add(state);
        issuer.observe(now + 1, List.of(state), new boolean[][] {new boolean[3]});
    }

    private static boolean lost(List<String> shown, int second, int index) {
        return shown.get(second).charAt(index) != 'G' && shown.get(second - 1).charAt(index) == 'G';
    }

    private static LiveSignal signal() {
        return signal(List.of());
    }

    /** Three streams that conflict, each with a stage. */
    static LiveSignal signal(List<Integer> order) {
        List<Intergreens.Entry> entries = new ArrayList<>();
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                if (from != to) {
                    entries.add(new Intergreens.Entry(from, to, from == 0 && to == 2 ? LONG_CLEARANCE : YELLOW));
                }
            }
        }
        MovementTiming vehicles = new MovementTiming(MovementTiming.Kind.VEHICLES, YELLOW, 4, 0);
        return new LiveSignal(
                "a",
                List.of(new Phase("Grr"), new Phase("rGr"), new Phase("rrG")),
                SignalProgram.of(PROGRAM),
                ConflictMatrix.of(light()),
                new SignalTiming(List.of(vehicles, vehicles, vehicles), Intergreens.of(3, entries), order));
    }

    static TrafficLight light() {
        List<Link> links = IntStream.range(0, 3)
                .mapToObj(index -> new Link(
                        index,
                        "in" + index,
                        "out" + index,
                        's',
                        IntStream.range(0, 3)
                                .filter(other -> other != index)
                                .boxed()
                                .toList(),
                        List.of()))
                .toList();
        return new TrafficLight("a", links, List.of(PROGRAM));
    }
}

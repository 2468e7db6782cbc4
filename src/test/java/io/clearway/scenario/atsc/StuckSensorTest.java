package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.setting.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sensor of lane nA is stuck at eight vehicles, four of them halting, while the only traffic comes from wA; or it
 * is right, since nobody from nA finds room behind the signal.
 */
class StuckSensorTest {
    private static final int DECISION_SECONDS = 5;
    private static final int DECISIONS = 240;
    private static final int MAXIMUM_RED = 120;
    private static final int GRID_DECISIONS = 400;
    private static final double FEW = 0.002;
    private static final int NORTH = 0;
    private static final int WEST = 1;

    private final FakeSimulation fake = new FakeSimulation();
    private SignalScenario scenario;
    private final List<SignalReadings> seen = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private int queue;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        AtscDefinition town = TwoSignals.definition(TwoSignals.demand(folder));
        scenario = new SignalScenario(
                new AtscDefinition(
                        town.identity(),
                        town.network(),
                        town.demand(),
                        town.agents(),
                        town.detectors(),
                        new AtscDefinition.Timing(DECISION_SECONDS, 2, DECISIONS, 1, 600)),
                fake);
    }

    @Test
    void whatIsNotBelievedNeitherKeepsAGreenNorAttractsOneButIsStillRecalled() {
        play(rule("max-pressure"), "standard", 8, 2);
        assertThat(seen.get(DECISIONS - 1).approaches().get(NORTH).suspect()).isTrue();
        assertThat(seen.get(DECISIONS - 1).vehicles(NORTH)).isZero();
        assertThat(seen.get(DECISIONS - 1).approaches().get(WEST).suspect()).isFalse();
        List<String> later = shown.subList(DECISIONS / 2, DECISIONS);
        assertThat(share(later, "GGr")).isGreaterThan(0).isLessThan(0.2);
        assertThat(longestWithoutNorth()).isLessThanOrEqualTo(MAXIMUM_RED);
    }

    @Test
    void whoeverNeverChoosesThemCannotLeaveThemStandingBeyondTheMaximumRed() {
        play(StuckSensorTest::west, "standard", 8, 2);
        assertThat(seen.get(DECISIONS - 1).approaches().get(NORTH).suspect()).isTrue();
        assertThat(longestWithoutNorth()).isLessThanOrEqualTo(MAXIMUM_RED);
    }

    @Test
    void aQueueThatCannotLeaveIsBelieved() {
        // ten of the twenty that the road behind has room for
        play(rule("max-pressure"), "standard", 8, 10);
        assertThat(seen)
                .allSatisfy(
                        own -> assertThat(own.approaches().get(NORTH).suspect()).isFalse());
        assertThat(longestWithoutNorth()).isLessThanOrEqualTo(MAXIMUM_RED);
    }

    @Test
    void withoutAMaximumRedWhichWouldRecallThemEverybodyIsBelieved() {
        play(rule("max-pressure"), "paper", 8, 2);
        assertThat(seen)
                .allSatisfy(
                        own -> assertThat(own.approaches().get(NORTH).suspect()).isFalse());
    }

    /**
     * Demand at the capacity of the grid: queues stand for many minutes, and spill back. Who stands at the head of a
     * lane because they want another one is suspect for as long as they stand: no green moves them.
     */
    @Test
    void ofRealQueuesHardlyOneIsSuspect() {
        ListeningSimulator.requireSumo();
        SignalScenario grid = new SignalScenario(
                Grid5x5.definition(Path.of("sumo-networks")), new ListeningSimulator(readings -> {}));
        Settings settings = grid.settingsFor("max-pressure", new Settings(Map.of("timings", "standard")));
        int suspect = 0;
        int lanes = 0;
        try (MeasuredEnvironment environment = grid.open(settings, SamplingMode.DECISIONS)) {
            Controller controller = Objects.requireNonNull(grid.controllers().get("max-pressure"))
                    .fresh(100);
            JointObservation now = environment.reset(100);
            for (int decision = 0; decision < GRID_DECISIONS; decision++) {
                for (SignalReadings own : SensedObservation.readings(now, SignalReadings.class)) {
                    for (SignalReadings.Approach approach : own.approaches()) {
                        suspect += approach.suspect() ? 1 : 0;
                        lanes++;
                    }
                }
                now = environment.step(controller.act(now)).observation();
            }
        }
        assertThat(lanes).isGreaterThan(50_000);
        assertThat(suspect / (double) lanes).isLessThan(FEW);
    }

    /** Chooses whatever does not serve the north, as far as it may. */
    private static JointAction west(JointObservation observation) {
        boolean[] legal = observation.legal(0);
        return JointAction.of(legal[1] ? 1 : legal[0] ? 0 : 2, observation.legal(1)[0] ? 0 : 1);
    }

    /** Vehicles come from wA all the time, and two leave in a second of green. */
    private void play(Controller controller, String timings, int north, int behind) {
        queue = 1;
        fake.lane("nA_0", north, north / 2)
                .detector("nA_0", Math.min(north, 5), north / 2)
                .lane("AB_0", behind, 0)
                .lane("As_0", behind, 0);
        Settings settings = scenario.settingsFor("max-pressure", new Settings(Map.of("timings", timings)));
        try (MeasuredEnvironment environment = scenario.open(settings, SamplingMode.DECISIONS)) {
            JointObservation now = environment.reset(1);
            for (int decision = 0; decision < DECISIONS; decision++) {
                flow();
                now = environment.step(controller.act(now)).observation();
                seen.add(SensedObservation.readings(now, SignalReadings.class).get(0));
                shown.add(fake.shown("A"));
            }
        }
    }

    private void flow() {
        boolean green = !shown.isEmpty() && shown.get(shown.size() - 1).charAt(2) == 'G';
        queue = green ? Math.max(0, queue - 2) : queue + 1;
        fake.lane("wA_0", queue, queue).detector("wA_0", queue, queue);
    }

    private Controller rule(String name) {
        return Objects.requireNonNull(scenario.controllers().get(name)).fresh(1);
    }

    private static double share(List<String> states, String state) {
        return states.stream().filter(state::equals).count() / (double) states.size();
    }

    /** In seconds, as seen at the decisions. */
    private int longestWithoutNorth() {
        int longest = 0;
        int without = 0;
        for (String state : shown) {
            without = state.charAt(0) == 'G' ? 0 : without + DECISION_SECONDS;
            longest = Math.max(longest, without);
        }
        return longest;
    }
}

package io.clearway.scenario.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.flow.FlowDefinition.Score;
import io.clearway.setting.Settings;
import io.clearway.simulation.Commands;
import io.clearway.simulation.DriverChecks;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficDemand.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environment asks, orders and reckons, against values reckoned by hand. */
class FlowEpisodeTest {
    private final FakeRing ring = new FakeRing();

    private MeasuredEnvironment open(Score score, Map<String, Object> changed) {
        FlowScenario scenario = new FlowScenario(FakeRing.definition(score), ring);
        Map<String, Object> values = new HashMap<>(Settings.asMap(scenario.paper()));
        values.putAll(changed);
        return scenario.open(new Settings(values), SamplingMode.DECISIONS);
    }

    private MeasuredEnvironment open() {
        return open(Score.NEARNESS, Map.of());
    }

    @Test
    void allVehiclesAreCommandedInOneMessageWithTheStep() {
        MeasuredEnvironment environment = open();
        environment.reset(1);
        environment.step(JointAction.ofValues(3, 1, 0, -2));
        environment.step(JointAction.ofValues(1, 0, 0, 99));
        assertThat(ring.times)
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(0.1, 0.2, 0.3);
        assertThat(ring.orders.get(0)).isEqualTo(Commands.NONE);
        assertThat(ring.orders.get(1).speeds().keySet())
                .containsExactly("vehicle-1", "vehicle-2", "vehicle-3", "vehicle-4");
        // never backwards, and never harder than the bound
        assertThat(ring.speeds).containsExactly(new double[] {0.4, 0.1, 0, 0.3}, within(1e-9));
        assertThat(ring.checks).containsExactly(new DriverChecks(true, false, false, false, false));
    }

    @Test
    void observationsHoldSpeedAndPlaceAndInFullGapAndLeader() {
        ring.speeds[1] = 6;
        JointObservation paper = open().reset(1);
        assertThat(paper.local(1)).containsExactly(new float[] {0.2f, 25 / 104f}, within(1e-6f));
        JointObservation full =
                open(Score.NEARNESS, Map.of("observation", "full")).reset(1);
        assertThat(full.local(0)).containsExactly(new float[] {0, 0, 20 / 26f, 0.2f}, within(1e-6f));
        // across the junction, and from the last vehicle round to the first
        List<VehicleReadings> readings = SensedObservation.readings(full, VehicleReadings.class);
        assertThat(readings.get(1)).isEqualTo(new VehicleReadings(6, 24, 0, 26, 25));
        assertThat(readings.get(3)).isEqualTo(new VehicleReadings(0, 20, 0, 26, 79));
        assertThat(full.legal(0)).isEmpty();
    }

    @Test
    void theScoreIsNearnessToTheTargetSpeedSummedOverSteps() {
        MeasuredEnvironment environment = open();
        environment.reset(1);
        Step step = environment.step(JointAction.ofValues(3, 3, -3, -3));
        // speeds 0.3 0.3 0 0: 2 (10 − 9.7) − 0.5 · 3, and 2 · 0 − 0.5 · 3
        assertThat(step.reward().of(0)).isEqualTo(-0.9, within(1e-9));
        assertThat(step.reward().of(2)).isEqualTo(-1.5, within(1e-9));
        double score = 1 - Math.sqrt((2 * 9.7 * 9.7 + 2 * 100) / 4) / 10;
        assertThat(environment.measurements())
                .containsEntry(Metric.DECISIONS, 1.0)
                .hasEntrySatisfying(
                        Metric.PAPER_REWARD, value -> assertThat(value).isEqualTo(score, within(1e-9)))
                .hasEntrySatisfying(
                        Metric.MEAN_SPEED, value -> assertThat(value).isEqualTo(0.15, within(1e-9)))
                .hasEntrySatisfying(
                        Metric.SPEED_DEVIATION, value -> assertThat(value).isEqualTo(0.15, within(1e-9)))
                .hasEntrySatisfying(
                        Metric.LEARNER_RETURN, value -> assertThat(value).isEqualTo(-4.8, within(1e-9)));
        environment.step(JointAction.ofValues(-3, -3, 0, 0));
        assertThat(environment.measurements())
                .hasEntrySatisfying(
                        Metric.PAPER_REWARD, value -> assertThat(value).isEqualTo(score, within(1e-9)));
    }

    @Test
    void theScoreOf2022IsTheSumOfTheRewards() {
        MeasuredEnvironment environment = open(Score.REWARD, Map.of());
        environment.reset(1);
        environment.step(JointAction.ofValues(3, 3, -3, -3));
        assertThat(environment.measurements())
                .hasEntrySatisfying(
                        Metric.PAPER_REWARD, value -> assertThat(value).isEqualTo(-4.8, within(1e-9)));
    }

    @Test
    void theScoreCanBeSharedAsTheReward() {
        MeasuredEnvironment environment = open(Score.NEARNESS, Map.of("reward", "score", "targetSpeed", 0.3));
        environment.reset(1);
        Step step = environment.step(JointAction.ofValues(3, 3, 3, 3));
        assertThat(step.reward().of(0)).isEqualTo(0.25, within(1e-9));
        assertThat(step.reward().sum()).isEqualTo(1, within(1e-9));
    }

    @Test
    void driversDriveWhenTheyAreLetAndTheirEffortCounts() {
        MeasuredEnvironment environment = open(Score.REWARD, Map.of("control", "drivers"));
        environment.reset(1);
        ring.speeds[0] = 0.2;
        Step step = environment.step(JointAction.ofValues(3, 3, 3, 3));
        assertThat(ring.orders).containsOnly(Commands.NONE);
        // the reading before was 0: gained 2 m/s²
        assertThat(step.reward().of(0)).isEqualTo(2 * 0.2 - 0.5 * 2, within(1e-9));
        assertThat(step.reward().of(1)).isZero();
    }

    @Test
    void aCrashEndsTheEpisodeForGoodAndTheLastDecisionCutsItOff() {
        MeasuredEnvironment environment = open();
        environment.reset(1);
        ring.collided = 2;
        Step crash = environment.step(JointAction.ofValues(0, 0, 0, 0));
        assertThat(crash.terminated()).isTrue();
        assertThat(crash.truncated()).isFalse();
        assertThat(environment.measurements()).containsEntry(Metric.COLLISIONS, 1.0);
        assertThatThrownBy(() -> environment.step(JointAction.ofValues(0, 0, 0, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("over after 1");
        ring.collided = 0;
        environment.reset(2);
        assertThat(environment.measurements()).containsEntry(Metric.COLLISIONS, 0.0);
        Step last = environment.step(JointAction.ofValues(0, 0, 0, 0));
        for (int decision = 2; decision <= 5; decision++) {
            assertThat(last.last()).isFalse();
            last = environment.step(JointAction.ofValues(0, 0, 0, 0));
        }
        assertThat(last.truncated()).isTrue();
        assertThat(last.terminated()).isFalse();
        assertThat(environment.finish()).containsEntry(Metric.DECISIONS, 5.0);
        assertThatThrownBy(() -> environment.step(JointAction.ofValues(0, 0, 0, 0)))
                .hasMessageContaining("reset the environment");
        assertThat(ring.closed).isEqualTo(2);
    }

    @Test
    void vehiclesThatFindNoRoomAreToldAndNothingIsLeftOpen() {
        MeasuredEnvironment environment = open();
        ring.missing = 1;
        assertThatThrownBy(() -> environment.reset(1))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("3 of 4 vehicles");
        environment.close();
        assertThat(ring.closed).isEqualTo(1);
    }

    @Test
    void actionsThatAreNoneAreRefused() {
        MeasuredEnvironment environment = open();
        environment.reset(1);
        assertThatThrownBy(() -> environment.step(JointAction.ofValues(1, 2)))
                .hasMessageContaining("4 agents need as many");
        assertThatThrownBy(() -> environment.step(JointAction.ofValues(0, 0, Double.NaN, 0)))
                .hasMessageContaining("vehicle-3");
    }

    @Test
    void theSameSeedIsTheSameStartAndScatterComesFromTheSeed() {
        MeasuredEnvironment environment = open(Score.NEARNESS, Map.of("scatter", 1.0));
        for (long seed : new long[] {1, 1, 2}) {
            environment.reset(seed);
        }
        assertThat(start(0)).isEqualTo(start(1)).isNotEqualTo(start(2));
        assertThat(ring.setups.get(2).options().seed()).isEqualTo(2);
    }

    private Placed start(int episode) {
        return (Placed) ring.setups.get(episode).demand();
    }
}

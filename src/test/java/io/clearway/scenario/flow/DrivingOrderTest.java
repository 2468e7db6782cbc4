package io.clearway.scenario.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SensedObservation;
import io.clearway.setting.Settings;
import io.clearway.sumo.SumoSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents keep their vehicles, and vehicles their way and order, on real SUMO. */
class DrivingOrderTest {
    private static final Path NETWORKS = Path.of("sumo-networks");
    private static final List<FlowDefinition> DEFINITIONS =
            List.of(ClosedRoads.ring(NETWORKS), ClosedRoads.ring2022(NETWORKS), ClosedRoads.figureEight(NETWORKS));
    private static final int STEPS = 500;
    private static final double CAR_METERS = 5;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyVehicleGoesOnFromWhereItWasAsFarAsItsSpeedSays(int which) {
        FlowDefinition definition = DEFINITIONS.get(which);
        SumoSimulator simulator = ClosedRoadsTest.requireSumo();
        FlowScenario scenario = new FlowScenario(definition, simulator);
        Controller controller = Objects.requireNonNull(scenario.controllers().get(FlowRules.accelerate(1)))
                .fresh(1);
        double length = new FlowProblem(definition, scenario.defaults())
                .start(simulator, 3)
                .circuit()
                .length();
        try (MeasuredEnvironment environment = scenario.open(new Settings(Map.of()), SamplingMode.DECISIONS)) {
            JointObservation before = environment.reset(3);
            JointObservation start = before;
            for (int step = 0; step < STEPS; step++) {
                JointObservation after =
                        environment.step(controller.act(before)).observation();
                requireContinued(before, after, length);
                before = after;
            }
            assertThat(before.local(0)[0]).isPositive();
            JointObservation again = environment.reset(3);
            for (int agent = 0; agent < again.agents(); agent++) {
                assertThat(again.local(agent)).isEqualTo(start.local(agent));
            }
        }
    }

    private static void requireContinued(JointObservation before, JointObservation after, double length) {
        List<VehicleReadings> readings = SensedObservation.readings(after, VehicleReadings.class);
        double around = 0;
        for (int agent = 0; agent < after.agents(); agent++) {
            VehicleReadings now = readings.get(agent);
            double moved = (after.local(agent)[1] - before.local(agent)[1]) * length;
            double wanted = now.speed() * FlowDefinition.STEP_SECONDS;
            // modulo the way, to the precision of an observation
            assertThat(Math.IEEEremainder(moved - wanted, length)).isEqualTo(0, within(1e-3));
            assertThat(now.gap()).isPositive();
            around += now.gap() + CAR_METERS;
        }
        assertThat(around).isEqualTo(length, within(1e-6));
    }
}

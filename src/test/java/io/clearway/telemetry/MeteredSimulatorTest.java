package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.deployments.FakeTown;
import io.clearway.simulation.Commands;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeteredSimulatorTest {
    private static final SubscriptionSpec NOTHING = new SubscriptionSpec(List.of(), List.of(), List.of(), List.of());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void joinedSimulationsAreCountedTimedAndForgotten() {
        FakeTown town = new FakeTown(100, "a").breakingAt(130);
        var simulator = new MeteredSimulator(town, registry);
        TrafficSimulation simulation = simulator.attach(new LiveAddress("127.0.0.1", 2, 1));
        assertThat(joined("simulations")).isEqualTo(1);
        simulation.subscribe(NOTHING);
        simulation.advance(Commands.NONE, 105);
        simulation.advance(Map.of(), 110);
        simulation.advanceCounting(Map.of(), 120);
        assertThat(joined("coupling.simulated")).isEqualTo(20);
        assertThat(joined("coupling.steps")).isEqualTo(20);
        assertThat(joined("coupling.failures")).isZero();
        assertThatThrownBy(() -> simulation.advance(Map.of(), 140)).isInstanceOf(SimulationException.class);
        assertThat(joined("coupling.failures")).isEqualTo(1);
        assertThat(registry.get("clearway.coupling.exchange")
                        .tag("simulation", "joined")
                        .timer()
                        .count())
                .isEqualTo(5);
        simulation.close();
        simulation.close();
        assertThat(joined("simulations")).isZero();
        assertThat(town.closed()).isTrue();
        assertThat(registry.get("clearway.simulations")
                        .tag("simulation", "own")
                        .gauge()
                        .value())
                .isZero();
    }

    /** A default method that is not passed on would hide what the simulator within can do. */
    @ParameterizedTest
    @ValueSource(classes = {TrafficSimulation.class, TrafficSimulator.class})
    void everyMethodIsPassedOn(Class<?> port) throws NoSuchMethodException {
        Class<?> metered = port == TrafficSimulation.class ? MeteredSimulation.class : MeteredSimulator.class;
        for (Method method : port.getMethods()) {
            assertThat(metered.getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass())
                    .as("%s%s", method.getName(), Arrays.toString(method.getParameterTypes()))
                    .isEqualTo(metered);
        }
    }

    private double joined(String name) {
        return registry.get("clearway." + name)
                .tag("simulation", "joined")
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }
}

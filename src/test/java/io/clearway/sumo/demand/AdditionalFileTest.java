package io.clearway.sumo.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.simulation.ActuatedProgram;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.InductionLoop;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.SumoSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdditionalFileTest {
    private static final SubscriptionSpec LOOPS = new SubscriptionSpec(
            List.of(), Crossing.APPROACHES, List.of(), List.of("J"), List.of(), List.of("stop N", "stop E", "out S"));
    private static final SubscriptionSpec LIGHT = new SubscriptionSpec(List.of(), List.of(), List.of(), List.of("J"));

    @TempDir
    Path cache;

    private SumoSimulator simulator;
    private CompiledNetwork network;

    @BeforeEach
    void compile() {
        simulator = Crossing.simulator(cache);
        network = simulator.compile(Crossing.source());
    }

    @Test
    void loopsCountEveryVehicleThatPassesBetweenReadings() {
        int before = 0;
        int behind = 0;
        try (TrafficSimulation simulation = simulator.start(withLoops())) {
            assertThat(simulation.subscribe(LOOPS).vehiclesEnteredLoop(0)).isZero();
            for (int second = 5; second <= 300; second += 5) {
                String state = second % 60 < 30 ? Crossing.NORTH_SOUTH : Crossing.EAST_WEST;
                Readings readings = simulation.advance(Map.of("J", state), second);
                assertThat(readings.seconds()).isEqualTo(second);
                before = readings.vehiclesEnteredLoop(0) + readings.vehiclesEnteredLoop(1);
                behind = readings.vehiclesEnteredLoop(2);
                // the rest is on the junction or stands at a stop line
                assertThat(before - behind).as("at %d s", second).isBetween(0, 4);
            }
        }
        assertThat(behind).isGreaterThan(20);
    }

    @Test
    void aVehicleStandingOnALoopCoversItAndCountsOnce() {
        try (TrafficSimulation simulation = simulator.start(withLoops())) {
            simulation.subscribe(LOOPS);
            Readings before = simulation.advance(Map.of("J", "rrrrrrrrrrrr"), 60);
            Readings standing = simulation.advance(Map.of(), 90);
            assertThat(before.vehiclesEnteredLoop(0)).isEqualTo(1);
            assertThat(standing.vehiclesEnteredLoop(0)).isEqualTo(1);
            assertThat(standing.occupiedLoopSeconds(0) - before.occupiedLoopSeconds(0))
                    .isCloseTo(30, within(0.1));
        }
    }

    @Test
    void watchingLoopsChangesNeitherTrafficNorCounts() {
        int[] plain = new int[3];
        int[] watched = new int[3];
        try (TrafficSimulation one = simulator.start(withLoops());
                TrafficSimulation other = simulator.start(Crossing.setup(network, 7))) {
            one.subscribe(LOOPS);
            other.subscribe(new SubscriptionSpec(List.of(), Crossing.APPROACHES, List.of(), List.of("J")));
            for (int second = 20; second <= 200; second += 20) {
                add(one.advance(Map.of(), second), watched);
                add(other.advance(Map.of(), second), plain);
                assertThat(watched).isEqualTo(plain);
            }
        }
    }

    private static void add(Readings readings, int[] sums) {
        sums[0] += readings.counts().departed();
        sums[1] += readings.counts().arrived();
        sums[2] += readings.vehiclesOnLane(0) + 7 * readings.haltingOnLane(1);
    }

    @ParameterizedTest
    @EnumSource
    void anActuatedProgramKeepsItsTimesAndFollowsTheTraffic(ActuatedProgram.ProgramType law) {
        List<ActuatedProgram> programs = List.of(new ActuatedProgram(
                "J",
                law,
                List.of(
                        new ActuatedProgram.Phase(5, 40, Crossing.NORTH_SOUTH),
                        new ActuatedProgram.Phase(3, 3, "yyyrrryyyrrr"),
                        new ActuatedProgram.Phase(5, 40, Crossing.EAST_WEST),
                        new ActuatedProgram.Phase(3, 3, "rrryyyrrryyy"))));
        SimulationSetup setup = Crossing.setup(network, 7).with(List.of(), programs);
        int green = 0;
        int changes = 0;
        String before = "";
        try (TrafficSimulation simulation = simulator.start(setup)) {
            simulation.subscribe(LIGHT);
            for (int second = 1; second <= 300; second++) {
                String state = simulation.advance(Map.of(), second).lightState(0);
                assertThat(programs.get(0).phases())
                        .extracting(ActuatedProgram.Phase::state)
                        .contains(state);
                if (!state.equals(before) && before.contains("G")) {
                    assertThat(green).isBetween(4, 41);
                    changes++;
                }
                green = state.equals(before) ? green + 1 : 1;
                before = state;
            }
        }
        assertThat(changes).isBetween(8, 37);
    }

    @Test
    void equipmentThatDoesNotFitTheNetworkIsNamed() {
        SimulationSetup setup = Crossing.setup(network, 7);
        assertThatThrownBy(() ->
                        simulator.start(setup.with(List.of(new InductionLoop("lost", "nowhere_0", 5)), List.of())))
                .hasMessageContaining("'lost'")
                .hasMessageContaining("'nowhere_0'");
        assertThatThrownBy(
                        () -> simulator.start(setup.with(List.of(new InductionLoop("off", "N_in_0", -1)), List.of())))
                .hasMessageContaining("'off'");
        List<ActuatedProgram.Phase> tooShort = List.of(new ActuatedProgram.Phase(5, 40, "GGrr"));
        assertThatThrownBy(() -> simulator.start(setup.with(
                        List.of(), List.of(new ActuatedProgram("J", ActuatedProgram.ProgramType.ACTUATED, tooShort)))))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("'J'");
    }

    private SimulationSetup withLoops() {
        List<InductionLoop> loops = List.of(
                new InductionLoop("stop N", "N_in_0", 3),
                new InductionLoop("stop E", "E_in_0", 3),
                new InductionLoop("out S", "S_out_0", 1000));
        return Crossing.setup(network, 7).with(loops, List.of());
    }
}

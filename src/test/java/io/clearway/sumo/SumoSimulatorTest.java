package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumoSimulatorTest {
    @TempDir
    Path cache;

    @Test
    void readingsOverStretchesAddUpToTheSimulatorsOwnSummary() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 7))) {
            simulation.watch(Crossing.watchAll());
            int departed = 0;
            int arrived = 0;
            Readings last = simulation.watch(Crossing.watchAll());
            for (int second = 5; second <= 600; second += 5) {
                String state = second % 60 < 30 ? Crossing.NORTH_SOUTH : Crossing.EAST_WEST;
                last = simulation.advance(Map.of("J", state), second);
                assertThat(last.seconds()).isEqualTo(second);
                assertThat(last.lightState(0)).isEqualTo(state);
                departed += last.counts().departed();
                arrived += last.counts().arrived();
                assertThat(last.counts().running()).isEqualTo(departed - arrived);
            }
            TripStatistics statistics = simulation.finish();
            System.out.println(statistics + " " + last.counts());
            assertThat(statistics.arrived()).isEqualTo(arrived).isPositive();
            assertThat(statistics.running()).isEqualTo(last.counts().running());
            assertThat(statistics.waitingToEnter()).isEqualTo(last.counts().waitingToEnter());
            assertThat(statistics.loaded()).isEqualTo(departed + last.counts().waitingToEnter());
        }
    }

    @Test
    void sameSeedTwiceGivesEqualReadings() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        assertThat(record(simulator, network, 3)).isEqualTo(record(simulator, network, 3));
        assertThat(record(simulator, network, 3)).isNotEqualTo(record(simulator, network, 4));
    }

    private static List<String> record(SumoSimulator simulator, CompiledNetwork network, int seed) {
        List<String> record = new ArrayList<>();
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, seed))) {
            simulation.watch(Crossing.watchAll());
            for (int second = 5; second <= 300; second += 5) {
                Readings readings = simulation.advance(Map.of(), second);
                for (int i = 0; i < Crossing.APPROACHES.size(); i++) {
                    record.add("%d %d %d %d %s"
                            .formatted(
                                    readings.vehiclesOnDetector(i),
                                    readings.haltingOnDetector(i),
                                    readings.vehiclesOnLane(i),
                                    readings.haltingOnLane(i),
                                    readings.waitingSeconds(i)));
                }
            }
        }
        return record;
    }

    @Test
    void askedLightsAreThoseOfTheNetworkFile() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 7))) {
            System.out.println(simulation.lights());
            System.out.println(network.roads().lights());
        }
    }
}

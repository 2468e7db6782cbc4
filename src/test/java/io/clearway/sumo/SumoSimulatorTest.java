package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;
import io.clearway.sumo.process.TimeLimits;
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
            simulation.subscribe(Crossing.watchAll());
            int departed = 0;
            int arrived = 0;
            Readings last = simulation.subscribe(Crossing.watchAll());
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
            assertThat(statistics.vehicles().arrived()).isEqualTo(arrived).isPositive();
            assertThat(statistics.vehicles().running()).isEqualTo(last.counts().running());
            assertThat(statistics.vehicles().waitingToEnter())
                    .isEqualTo(last.counts().waitingToEnter());
            assertThat(statistics.vehicles().loaded())
                    .isEqualTo(departed + last.counts().waitingToEnter());
        }
    }

    @Test
    void aCacheThatWasFilledElsewhereServesAMachineWithoutSumo() {
        CompiledNetwork compiled = Crossing.simulator(cache).compile(Crossing.source());
        var bare = new SumoSimulator(Map.of("PATH", "/nonexistent"), cache, TimeLimits.defaults());
        assertThat(bare.compile(Crossing.source()).sha256()).isEqualTo(compiled.sha256());
        assertThatThrownBy(() -> new SumoSimulator(Map.of(), cache.resolve("empty"), TimeLimits.defaults())
                        .compile(Crossing.source()))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("netconvert");
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
            simulation.subscribe(Crossing.watchAll());
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
    void askedLightsAreThoseOfTheNetworkFileButForRightOfWay() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        TrafficLight inFile = network.roads().lights().get(0);
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 7))) {
            TrafficLight asked = simulation.lights().get(0);
            assertThat(asked.links()).containsExactlyElementsOf(withoutRightOfWay(inFile.links()));
            assertThat(asked.programs()).isEqualTo(inFile.programs());
        }
    }

    private static List<Link> withoutRightOfWay(List<Link> links) {
        return links.stream()
                .map(link -> new Link(
                        link.index(), link.fromLane(), link.toLane(), link.direction(), link.foes(), List.of()))
                .toList();
    }

    @Test
    void releasedLightShowsItsProgramAgain() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        List<String> released = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        try (TrafficSimulation ours = simulator.start(Crossing.setup(network, 7));
                TrafficSimulation theirs = simulator.start(Crossing.setup(network, 7))) {
            ours.subscribe(Crossing.watchAll());
            theirs.subscribe(Crossing.watchAll());
            assertThat(ours.advance(Map.of("J", Crossing.EAST_WEST), 7).lightState(0))
                    .isEqualTo(Crossing.EAST_WEST);
            theirs.advance(Map.of(), 7);
            ours.resumeProgram("J", "night");
            for (int second = 8; second < 100; second++) {
                released.add(ours.advance(Map.of(), second).lightState(0));
                untouched.add(theirs.advance(Map.of(), second).lightState(0));
            }
        }
        assertThat(untouched).contains(Crossing.NORTH_SOUTH, Crossing.EAST_WEST);
        assertThat(released).isEqualTo(untouched);
    }

    @Test
    void refusedCommandsNameTheFaultAndLeaveTheSimulationUsable() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 7))) {
            assertThatThrownBy(() -> simulation.advance(Map.of("Q", "r"), 5))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("Traffic light 'Q' is not known");
            assertThatThrownBy(() -> simulation.advance(Map.of("J", "rrr"), 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("12 signals");
            assertThatThrownBy(() -> simulation.advance(Map.of("J", "rrrrrrxrrrrr"), 5))
                    .hasMessageContaining("'x' is none of");
            assertThatThrownBy(() -> simulation.resumeProgram("J", "rush hour"))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("rush hour");
            assertThatThrownBy(() -> simulation.subscribe(new SubscriptionSpec(
                            List.of("nothing"), List.of("no lane"), List.of(), List.of("no light"))))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("'nothing'")
                    .hasMessageContaining("'no lane'");
            simulation.subscribe(Crossing.watchAll());
            assertThat(simulation.advance(Map.of("J", Crossing.EAST_WEST), 5).seconds())
                    .isEqualTo(5);
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5)).hasMessageContaining("is at 5.0 s");
        }
    }

    @Test
    void emptyWatchStillCountsTheTraffic() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 7))) {
            assertThat(simulation.advance(Map.of(), 60).counts().departed()).isPositive();
        }
    }

    @Test
    void missingSumoIsSaidTogetherWithThePackage() {
        SumoSimulator simulator = new SumoSimulator(Map.of("PATH", cache.toString()), cache, Crossing.LIMITS);
        assertThatThrownBy(simulator::version)
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("apt-get install sumo");
        assertThatThrownBy(() -> simulator.compile(Crossing.source())).hasMessageContaining("'netconvert'");
    }
}

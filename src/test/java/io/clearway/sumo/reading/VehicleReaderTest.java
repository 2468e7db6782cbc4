package io.clearway.sumo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.SumoSimulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VehicleReaderTest {
    private static final int END = 240;

    @TempDir
    Path cache;

    private SumoSimulator simulator;
    private CompiledNetwork network;

    @BeforeEach
    void compile() {
        simulator = Crossing.simulator(cache);
        network = simulator.compile(Crossing.source());
    }

    /** All lanes, those inside the junction too: more than the vehicles that are there at first. */
    private List<String> allLanes() {
        return network.roads().roads().stream()
                .flatMap(road -> road.lanes().stream())
                .map(Lane::id)
                .toList();
    }

    @Test
    void countingVehiclesTellsTheSameAsAskingLanes() {
        List<String> lanes = allLanes();
        int mostVehicles = 0;
        int fewestVehicles = END;
        try (TrafficSimulation many = simulator.start(Crossing.setup(network, 5));
                TrafficSimulation one = simulator.start(Crossing.setup(network, 5))) {
            many.subscribe(new SubscriptionSpec(List.of(), lanes, lanes, List.of()));
            one.subscribe(lane("N_in_0"));
            for (int second = 1; second <= END; second++) {
                Map<String, String> red = Map.of("J", Crossing.EAST_WEST);
                Readings all = many.advance(red, second);
                Readings single = one.advance(red, second);
                int place = lanes.indexOf("N_in_0");
                assertThat(all.vehiclesOnLane(place)).isEqualTo(single.vehiclesOnLane(0));
                assertThat(all.haltingOnLane(place)).isEqualTo(single.haltingOnLane(0));
                assertThat(all.waitingSeconds(place)).isEqualTo(single.waitingSeconds(0));
                int onLanes = 0;
                for (int i = 0; i < lanes.size(); i++) {
                    onLanes += all.vehiclesOnLane(i);
                }
                assertThat(onLanes).isEqualTo(all.counts().running());
                mostVehicles = Math.max(mostVehicles, onLanes);
                fewestVehicles = Math.min(fewestVehicles, onLanes);
            }
        }
        // both ways of asking were taken
        assertThat(fewestVehicles).isLessThan(lanes.size());
        assertThat(mostVehicles).isGreaterThan(lanes.size());
    }

    private static SubscriptionSpec lane(String id) {
        return new SubscriptionSpec(List.of(), List.of(id), List.of(id), List.of());
    }

    @Test
    void whatHappensWhilePassingIsCountedOnce() {
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 5))) {
            simulation.subscribe(lane("N_in_0"));
            List<TrafficCounts> counts = new ArrayList<>();
            for (int second = 10; second <= END; second += 20) {
                counts.add(simulation.advanceCounting(Map.of(), second));
                counts.add(simulation.advance(Map.of(), second + 10).counts());
            }
            int departed = counts.stream().mapToInt(TrafficCounts::departed).sum();
            int arrived = counts.stream().mapToInt(TrafficCounts::arrived).sum();
            int running = counts.get(counts.size() - 1).running();
            assertThat(counts).allSatisfy(one -> assertThat(one.departed()).isPositive());
            assertThat(arrived).isPositive().isEqualTo(departed - running);
        }
    }

    @Test
    void stateOfALightLastsUntilTheNext() {
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 5))) {
            simulation.subscribe(new SubscriptionSpec(List.of(), List.of(), List.of(), List.of("J")));
            simulation.advance(Map.of("J", Crossing.EAST_WEST), 1);
            assertThat(simulation.advance(Map.of(), 400).lightState(0)).isEqualTo(Crossing.EAST_WEST);
            assertThat(simulation
                            .advance(Map.of("J", Crossing.NORTH_SOUTH), 401)
                            .lightState(0))
                    .isEqualTo(Crossing.NORTH_SOUTH);
            assertThat(simulation.advance(Map.of(), 500).lightState(0)).isEqualTo(Crossing.NORTH_SOUTH);
        }
    }
}

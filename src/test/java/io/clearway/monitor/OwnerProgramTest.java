package io.clearway.monitor;

import static io.clearway.timing.MovementTiming.Kind.VEHICLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.SumoSimulator;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real SUMO: its own program passes, and a second client that sets states does not. */
class OwnerProgramTest {
    private static final int YELLOW = 3;
    private static final int SECONDS = 240;
    private static final SubscriptionSpec LIGHT = new SubscriptionSpec(List.of(), List.of(), List.of(), List.of("J"));

    @TempDir
    Path cache;

    @Test
    void theProgramOfTheNetworkPassesAndAJumpTrips() {
        SumoSimulator simulator = Crossing.simulator(cache);
        CompiledNetwork network = simulator.compile(Crossing.source());
        SignalMonitor monitor = monitor(network.roads().lights().get(0));
        Set<String> shown = new HashSet<>();
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 1))) {
            simulation.subscribe(LIGHT);
            for (int second = 1; second <= SECONDS; second++) {
                Readings readings = simulation.advance(Commands.NONE, second);
                shown.add(readings.lightState(0));
                assertThat(monitor.observe(readings.lightState(0), readings.seconds(), index -> true))
                        .isEmpty();
            }
            assertThat(shown).hasSizeGreaterThan(3);
            show(Crossing.NORTH_SOUTH, SECONDS + 1, simulation, monitor);
            show(Crossing.EAST_WEST, SECONDS + 2, simulation, monitor);
            assertThat(monitor.trip()).isPresent();
        }
    }

    private static void show(String state, double second, TrafficSimulation simulation, SignalMonitor monitor) {
        Readings readings = simulation.advance(Map.of("J", state), second);
        monitor.observe(readings.lightState(0), readings.seconds(), index -> false);
    }

    private static SignalMonitor monitor(TrafficLight light) {
        int size = light.links().size();
        MovementTiming movement = new MovementTiming(VEHICLES, YELLOW, 5, SECONDS);
        List<Intergreens.Entry> entries = light.links().stream()
                .flatMap(link -> link.foes().stream().map(foe -> new Intergreens.Entry(link.index(), foe, YELLOW)))
                .toList();
        return new SignalMonitor(
                light, new SignalTiming(Collections.nCopies(size, movement), Intergreens.of(size, entries)));
    }
}

package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LaneAreaDetector;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficDemand.Flow;
import io.clearway.simulation.TrafficDemand.Flows;
import io.clearway.simulation.TrafficDemand.VehicleType;
import io.clearway.sumo.process.TimeLimits;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The smallest world with a signal: one junction "J", four arms of 200 m, one lane each way. */
public final class Crossing {
    static final TimeLimits LIMITS = new TimeLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(500), Duration.ofSeconds(60));
    public static final List<String> APPROACHES = List.of("N_in_0", "E_in_0", "S_in_0", "W_in_0");
    public static final String NORTH_SOUTH = "GGgrrrGGgrrr";
    public static final String EAST_WEST = "rrrGGgrrrGGg";

    private Crossing() {}

    public static SumoSimulator simulator(Path cache) {
        return simulator(cache, LIMITS);
    }

    public static SumoSimulator simulator(Path cache, TimeLimits limits) {
        SumoSimulator simulator = new SumoSimulator(System.getenv(), cache, limits, cache);
        try {
            assertThat(simulator.version()).startsWith("SUMO ");
        } catch (SimulationException missing) {
            assumeTrue(false, "SUMO is not installed: " + missing.getMessage());
        }
        return simulator;
    }

    public static NetworkSource source() {
        try {
            Path file = Path.of(Objects.requireNonNull(Crossing.class.getResource("crossing/crossing.nod.xml"))
                    .toURI());
            return new NetworkSource.Plain(Objects.requireNonNull(file.getParent()), "crossing");
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static Flows demand(int vehiclesPerHour) {
        return new Flows(
                new VehicleType("car", 5, 2.6, 4.5),
                List.of(
                        new Flow("north", "N_in", "S_out", 0, 600, vehiclesPerHour),
                        new Flow("west", "W_in", "E_out", 0, 600, vehiclesPerHour),
                        new Flow("left", "E_in", "S_out", 0, 600, vehiclesPerHour / 4)));
    }

    public static SimulationSetup setup(CompiledNetwork network, int seed) {
        List<LaneAreaDetector> detectors = APPROACHES.stream()
                .map(lane -> new LaneAreaDetector("détecteur " + lane, lane, 50, 1))
                .toList();
        return new SimulationSetup(
                network, demand(600), AdditionalElements.of(detectors), SimulationOptions.of(seed, 1, 600));
    }

    static SubscriptionSpec watchAll() {
        List<String> detectors =
                APPROACHES.stream().map(lane -> "détecteur " + lane).toList();
        return new SubscriptionSpec(detectors, APPROACHES, APPROACHES, List.of("J"));
    }
}

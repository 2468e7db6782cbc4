package io.clearway.scenario.atsc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Real SUMO whose readings a test listens to. */
public record ListeningSimulator(TrafficSimulator sumo, Consumer<Readings> listener) implements TrafficSimulator {
    public ListeningSimulator(Consumer<Readings> listener) {
        this(new SumoSimulator(System.getenv(), Path.of("target", "test-networks"), TimeLimits.defaults()), listener);
    }

    /** Skips a test where SUMO is not installed. */
    public static void requireSumo() {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sumo")));
        assumeTrue(installed, "SUMO is not on the PATH");
    }

    @Override
    public String version() {
        return sumo.version();
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        return sumo.compile(source);
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        return new Listening(sumo.start(setup), listener);
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        return sumo.attach(address);
    }

    private record Listening(TrafficSimulation simulation, Consumer<Readings> listener) implements TrafficSimulation {
        @Override
        public String version() {
            return simulation.version();
        }

        @Override
        public List<RoadNetwork.TrafficLight> lights() {
            return simulation.lights();
        }

        @Override
        public Readings subscribe(SubscriptionSpec watch) {
            return heard(simulation.subscribe(watch));
        }

        @Override
        public Readings advance(Commands orders, double untilSeconds) {
            return heard(simulation.advance(orders, untilSeconds));
        }

        @Override
        public void resumeProgram(String light, String program) {
            simulation.resumeProgram(light, program);
        }

        @Override
        public TripStatistics finish() {
            return simulation.finish();
        }

        @Override
        public void close() {
            simulation.close();
        }

        private Readings heard(Readings readings) {
            listener.accept(readings);
            return readings;
        }
    }
}

package io.clearway.telemetry;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.RoadMap;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;

/** A simulator whose simulations are counted and timed; it behaves like the wrapped one. */
public final class MeteredSimulator implements TrafficSimulator {
    private final TrafficSimulator within;
    private final CouplingMeters own;
    private final CouplingMeters joined;

    public MeteredSimulator(TrafficSimulator within, MeterRegistry registry) {
        this.within = within;
        this.own = new CouplingMeters(registry, "own");
        this.joined = new CouplingMeters(registry, "joined");
    }

    @Override
    public String version() {
        return within.version();
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        return within.compile(source);
    }

    @Override
    public RoadMap roadMap(CompiledNetwork network) {
        return within.roadMap(network);
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        return new MeteredSimulation(
                within.start(setup),
                own,
                setup.options().beginSeconds(),
                setup.options().stepSeconds());
    }

    @Override
    public void writeConfiguration(SimulationSetup setup, double endSeconds, Path folder) {
        within.writeConfiguration(setup, endSeconds, folder);
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        return new MeteredSimulation(within.attach(address), joined, Double.NaN, 1);
    }
}

package io.clearway.scenario.atsc;

import io.clearway.network.AgentSpec;
import io.clearway.scenario.atsc.AtscSettings.DemandKind;
import io.clearway.scenario.atsc.AtscSettings.ObservationKind;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import java.util.List;

/** A definition with its network and demand at hand. */
record SignalProblem(AtscDefinition definition, SignalNetwork network, DemandDefinition demand) {
    SignalSensors sensors(ObservationKind kind) {
        return new SignalSensors(network, ObservationView.of(kind, definition.measures()));
    }

    List<AgentSpec> agents(ObservationKind kind) {
        ObservationView view = ObservationView.of(kind, definition.measures());
        return network.signals().stream()
                .map(signal -> new AgentSpec(
                        signal.id(), view.size(signal), signal.phases().size()))
                .toList();
    }

    TrafficDemand demand(AtscSettings settings, long seed) {
        return settings.demandKind() == DemandKind.VARIED
                ? demand.varied(settings.demandScale(), seed)
                : demand.paper(settings.demandScale());
    }

    /** Network, demand and detectors of one episode. */
    SimulationSetup setup(AtscSettings settings, long seed) {
        AtscDefinition.Timing timing = definition.timing();
        return new SimulationSetup(
                network.compiled(),
                demand(settings, seed),
                network.detectors(definition.measures()),
                SignalEnvironment.simulatorSeed(seed),
                timing.stepSeconds(),
                timing.teleportSeconds(),
                timing.beginSeconds());
    }
}

package io.clearway.scenario.atsc;

import io.clearway.network.AgentSpec;
import io.clearway.scenario.atsc.AtscSettings.DemandKind;
import io.clearway.scenario.atsc.AtscSettings.SensorKind;
import io.clearway.simulation.ActuatedProgram;
import io.clearway.simulation.ActuatedProgram.Law;
import io.clearway.simulation.InductionLoop;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import java.util.List;

/** A definition with its network and demand at hand. */
record SignalProblem(AtscDefinition definition, SignalNetwork network, Demand demand) {
    SignalSensors sensors(AtscSettings settings) {
        return new SignalSensors(this, settings);
    }

    ObservationView view(AtscSettings settings) {
        return ObservationView.of(settings.observationParts(), definition.measures());
    }

    List<AgentSpec> agents(AtscSettings settings) {
        ObservationView view = view(settings);
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
                        timing.beginSeconds())
                .with(loops(settings), programs(settings));
    }

    private List<ActuatedProgram> programs(AtscSettings settings) {
        return switch (settings.controlKind()) {
            case AGENTS, PROGRAM -> List.of();
            case ACTUATED -> ActuatedPrograms.of(network.signals(), Law.GAPS, settings.control());
            case DELAY_BASED -> ActuatedPrograms.of(network.signals(), Law.DELAYS, settings.control());
        };
    }

    /** The induction loops that an episode needs. */
    List<InductionLoop> loops(AtscSettings settings) {
        return settings.sensorKind() == SensorKind.INDUCTION_LOOP
                ? LoopSensors.loops(network.incoming(), definition.measures().detectorMeters())
                : List.of();
    }
}

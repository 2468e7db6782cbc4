package io.clearway.scenario.atsc;

import io.clearway.network.AgentSpec;
import io.clearway.scenario.SimulatorSeed;
import io.clearway.scenario.atsc.control.ActuatedPrograms;
import io.clearway.scenario.atsc.control.SignalRules;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.Demand;
import io.clearway.scenario.atsc.definition.DemandKind;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.network.SignalNetwork;
import io.clearway.scenario.atsc.sensing.ObservationView;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.setting.EnumWords;
import io.clearway.signal.StageOrder;
import io.clearway.simulation.ActuatedProgram;
import io.clearway.simulation.ActuatedProgram.ProgramType;
import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CollisionAction;
import io.clearway.simulation.LaneAreaDetector;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.trips.RecordDetail;
import io.clearway.timing.SignalTiming;
import io.clearway.timing.TimingProfile;
import io.clearway.timing.TimingSheet;
import io.clearway.timing.TimingSheetFile;
import io.clearway.timing.TimingSheets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A definition with its network and demands loaded.
 *
 * @param demands by level
 */
record SignalProblem(AtscDefinition definition, SignalNetwork network, Map<String, Demand> demands) {
    SignalSensors sensors(AtscSettings settings) {
        return new SignalSensors(definition, network, view(settings), settings, () -> timings(settings));
    }

    ObservationView view(AtscSettings settings) {
        return ObservationView.of(
                settings.observation(), definition.detectors(), SignalRules.preference(settings.stageRule()));
    }

    /** The times that each signal keeps to, in the order of the agents. */
    private List<SignalTiming> timings(AtscSettings settings) {
        TimingSheet sheet = sheet(settings.timing().timings());
        return network.signals().stream()
                .map(signal -> inOrder(signal, sheet.of(signal.id()))
                        .withMaximumRed(settings.timing().maximumRedSeconds()))
                .toList();
    }

    /** Refuses an order of stages that the signal does not have, or that leaves out a movement. */
    private SignalTiming inOrder(ControlledSignal signal, SignalTiming timing) {
        try {
            StageOrder.of(signal.phases(), timing);
            return timing;
        } catch (IllegalArgumentException misfit) {
            throw new IllegalArgumentException(
                    "%s, signal '%s': %s"
                            .formatted(
                                    definition.timingSheet().map(Path::toString).orElse(TimingSheetFile.NAME),
                                    signal.id(),
                                    misfit.getMessage()),
                    misfit);
        }
    }

    /** The timing sheet of a profile; of {@code standard} the file beside the network where there is one. */
    TimingSheet sheet(TimingProfile profile) {
        TimingSheets sheets = new TimingSheets(network.compiled().roads());
        return switch (profile) {
            case PAPER ->
                sheets.paper((int) definition.timing().yellowSeconds(), (int)
                        definition.timing().transitionSeconds());
            case OWNER -> sheets.standard(profile);
            case STANDARD ->
                definition
                        .timingSheet()
                        .map(file -> TimingSheetFile.read(file, sheets.standard(profile)))
                        .orElseGet(() -> sheets.standard(profile));
        };
    }

    List<AgentSpec> agents(AtscSettings settings) {
        ObservationView view = view(settings);
        return network.signals().stream()
                .map(signal -> new AgentSpec(
                        signal.id(), view.size(signal), signal.phases().size()))
                .toList();
    }

    TrafficDemand demand(AtscSettings settings, long seed) {
        Demand demand = Objects.requireNonNull(
                demands.get(settings.traffic().demandLevel()),
                settings.traffic().demandLevel());
        return settings.traffic().demand() == DemandKind.VARIED
                ? demand.varied(settings.traffic().demandScale(), seed)
                : demand.paper(settings.traffic().demandScale());
    }

    /** Network, demand and detectors of one episode. */
    SimulationSetup setup(AtscSettings settings, long seed) {
        AtscDefinition.Timing timing = definition.timing();
        SimulationOptions options = new SimulationOptions(
                SimulatorSeed.of(seed),
                timing.stepSeconds(),
                timing.beginSeconds(),
                timing.teleportSeconds(),
                CollisionAction.TELEPORT,
                RecordDetail.TRIPS);
        return new SimulationSetup(network.compiled(), demand(settings, seed), additional(settings), options);
    }

    private AdditionalElements additional(AtscSettings settings) {
        List<LaneAreaDetector> detectors = SignalSensors.needsDetectors(settings, definition.detectors())
                ? network.detectors(definition.detectors())
                : List.of();
        return new AdditionalElements(
                detectors, SignalSensors.loops(definition, network, settings), programs(settings));
    }

    private List<ActuatedProgram> programs(AtscSettings settings) {
        return switch (settings.control()) {
            case AGENTS, PROGRAM -> List.of();
            case ACTUATED ->
                ActuatedPrograms.of(network.signals(), ProgramType.ACTUATED, EnumWords.of(settings.control()));
            case DELAY_BASED ->
                ActuatedPrograms.of(network.signals(), ProgramType.DELAY_BASED, EnumWords.of(settings.control()));
        };
    }
}

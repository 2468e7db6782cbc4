package io.clearway.scenario.atsc;

import io.clearway.events.EventCode;
import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.LogTarget;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.recording.EventRecorder;
import io.clearway.events.recording.SignalSites;
import io.clearway.events.recording.Termination;
import io.clearway.metric.CorridorMeasures;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.ControlKind;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.ActuatedProgram;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.passages.LanePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the event log of an episode. States of signals come from the samples that are taken anyway, and so does nearly
 * all that detectors are computed from.
 */
final class EpisodeEvents implements EpisodeObserver {
    /** Pattern of free operation in NTCIP 1202. */
    private static final int FREE = 254;

    private final List<SignalSite> sites;
    private final List<LanePlace> places;
    private final EventRecorder recorder;
    private final LogHeader.Origin origin;
    private final double stepSeconds;
    private final long beginTenths;
    private long endTenths;

    private EpisodeEvents(
            List<SignalSite> sites,
            List<LanePlace> places,
            EventRecorder recorder,
            LogHeader.Origin origin,
            double beginSeconds,
            double step) {
        this.sites = sites;
        this.places = places;
        this.recorder = recorder;
        this.origin = origin;
        this.stepSeconds = step;
        this.beginTenths = SignalEvent.tenths(beginSeconds);
        this.endTenths = beginTenths;
    }

    /**
     * Begins the log of an episode.
     *
     * @param setup what is simulated
     */
    static EpisodeEvents of(
            SignalProblem problem, AtscSettings settings, LogTarget target, SimulationSetup setup, long seed) {
        List<ControlledSignal> signals = problem.network().signals();
        SignalSites describe = new SignalSites(problem.network().compiled().roads());
        List<SignalSite> sites = sites(describe, signals, problem.network().compiled().roads());
        EventRecorder recorder = new EventRecorder(
                sites,
                signals.stream()
                        .map(signal ->
                                termination(signal.id(), setup.additional().programs()))
                        .toList(),
                new EventLogWriter(target.folder(seed), sites));
        double begin = problem.definition().timing().beginSeconds();
        boolean planned = settings.control() == ControlKind.PROGRAM;
        for (int signal = 0; signal < sites.size(); signal++) {
            recorder.coordinate(
                    signal,
                    SignalEvent.tenths(begin),
                    planned ? 1 : FREE,
                    planned ? (int) Math.round(signals.get(signal).program().cycleSeconds()) : 0);
        }
        return new EpisodeEvents(
                sites,
                describe.places(sites),
                recorder,
                target.origin(seed),
                begin,
                problem.definition().timing().stepSeconds());
    }

    private static List<SignalSite> sites(
            SignalSites describe, List<ControlledSignal> signals, RoadNetwork roads) {
        Map<String, RoadNetwork.TrafficLight> lights =
                roads.lights().stream().collect(Collectors.toMap(RoadNetwork.TrafficLight::id, light -> light));
        List<SignalSite> sites = new ArrayList<>();
        for (ControlledSignal signal : signals) {
            RoadNetwork.TrafficLight light = lights.get(signal.id());
            if (light == null) {
                throw new IllegalArgumentException("The network has no traffic light '%s'".formatted(signal.id()));
            }
            sites.add(describe.describe(sites.size(), light, stages(signal)));
        }
        return sites;
    }

    /** What its agent chooses from, and what its program stays in. */
    private static List<String> stages(ControlledSignal signal) {
        return Stream.concat(
                        signal.phases().stream().map(Phase::state),
                        signal.program().steps().stream()
                                .map(SignalProgram.Step::state)
                                .filter(Phase::isStage))
                .distinct()
                .toList();
    }

    /** A green that an actuated program ends before its maximum had a gap in its traffic. */
    private static Termination termination(String light, List<ActuatedProgram> programs) {
        Map<String, Long> longest = programs.stream()
                .filter(program -> program.light().equals(light))
                .flatMap(program -> program.phases().stream())
                .filter(phase -> phase.maximumSeconds() > phase.minimumSeconds())
                .collect(Collectors.toMap(
                        ActuatedProgram.Phase::state, phase -> SignalEvent.tenths(phase.maximumSeconds()), Math::max));
        return (state, tenths) -> {
            Long maximum = longest.get(state);
            if (maximum == null) {
                return EventCode.PHASE_FORCE_OFF;
            }
            return tenths >= maximum ? EventCode.PHASE_MAX_OUT : EventCode.PHASE_GAP_OUT;
        };
    }

    @Override
    public void begin(TrafficSimulation simulation) {
        simulation.watch(places, recorder);
    }

    /** A state that is read after a step was shown from the beginning of the step. */
    @Override
    public void sample(Readings readings, Queues queues) {
        long tenths = SignalEvent.tenths(readings.seconds() - stepSeconds);
        for (int signal = 0; signal < sites.size(); signal++) {
            recorder.show(signal, tenths, readings.lightState(signal));
        }
        endTenths = SignalEvent.tenths(readings.seconds());
    }

    @Override
    public List<CorridorMeasures> complete() {
        recorder.complete(origin, beginTenths, endTenths);
        return List.of();
    }

    @Override
    public void close() {
        recorder.close();
    }
}

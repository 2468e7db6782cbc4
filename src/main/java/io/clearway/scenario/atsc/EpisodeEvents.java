package io.clearway.scenario.atsc;

import io.clearway.events.EventCode;
import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.LogTarget;
import io.clearway.events.SignalEvent;
import io.clearway.events.recording.EventRecorder;
import io.clearway.events.recording.RecordedSignals;
import io.clearway.events.recording.Termination;
import io.clearway.metric.CorridorMeasures;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.simulation.ActuatedProgram;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the event log of an episode. States of signals come from the samples that are taken anyway, and so does nearly
 * all that detectors are computed from.
 */
final class EpisodeEvents implements EpisodeObserver {
    private final RecordedSignals signals;
    private final EventRecorder recorder;
    private final LogHeader.Origin origin;
    private final double stepSeconds;
    private final long beginTenths;
    private long endTenths;

    private EpisodeEvents(
            RecordedSignals signals,
            EventRecorder recorder,
            LogHeader.Origin origin,
            double beginSeconds,
            double step) {
        this.signals = signals;
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
        RecordedSignals signals = SignalDescriptions.of(problem, settings);
        EventRecorder recorder = new EventRecorder(
                signals.sites(),
                signals.sites().stream()
                        .map(site -> termination(site.id(), setup.additional().programs()))
                        .toList(),
                new EventLogWriter(target.folder(seed), signals.sites()));
        double begin = problem.definition().timing().beginSeconds();
        signals.coordinate(recorder, SignalEvent.tenths(begin));
        return new EpisodeEvents(
                signals,
                recorder,
                target.origin(seed),
                begin,
                problem.definition().timing().stepSeconds());
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
        simulation.watch(signals.places(), recorder);
    }

    /** A state that is read after a step was shown from the beginning of the step. */
    @Override
    public void sample(Readings readings, Queues queues) {
        long tenths = SignalEvent.tenths(readings.seconds() - stepSeconds);
        for (int signal = 0; signal < signals.sites().size(); signal++) {
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

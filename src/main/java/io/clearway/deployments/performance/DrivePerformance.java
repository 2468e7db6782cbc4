package io.clearway.deployments.performance;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.logging.KeptLogs;
import io.clearway.deployments.performance.NewestFigures.SignalFigures;
import io.clearway.events.EventWindow;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.CoordinationDiagram;
import io.clearway.events.measures.SignalPerformance;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Measures signals over the newest time of drives, from their event logs. For any thread. */
public final class DrivePerformance {
    /** The longest time that is measured, in minutes: a day. */
    public static final int MOST_MINUTES = 1440;

    private static final int SECONDS_PER_MINUTE = 60;

    private final KeptLogs logs;

    public DrivePerformance(KeptLogs logs) {
        this.logs = logs;
    }

    /** A signal within the newest time of a drive. */
    public record Measured(EventWindow window, SignalPerformance performance) {}

    /**
     * The newest time of a drive that is kept.
     *
     * @param minutes of simulated time
     * @throws NoEventLog when it keeps no log, or nothing of it can be read
     */
    public EventWindow last(Deployment deployment, int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new InvalidSetting("minutes", minutes, "give a whole number from 1 to " + MOST_MINUTES);
        }
        if (!deployment.limits().eventLog()) {
            throw NoEventLog.notAskedFor();
        }
        return find(deployment.id(), minutes).orElseThrow(NoEventLog::notReadable);
    }

    /**
     * Figures of signals in the newest time of a drive; empty where nothing can be read, or the log ends no later.
     *
     * @param laterThanSeconds simulated time at which it ended before
     */
    public Optional<NewestFigures> newest(UUID deployment, int minutes, double laterThanSeconds, Set<String> signals) {
        return find(deployment, minutes)
                .filter(window -> seconds(window) > laterThanSeconds)
                .map(window -> figures(window, signals));
    }

    private static NewestFigures figures(EventWindow window, Set<String> signals) {
        Map<String, SignalFigures> figures = new HashMap<>();
        for (SignalSite site : window.signals()) {
            if (signals.contains(site.id())) {
                SignalPerformance of = SignalPerformance.of(window, site);
                figures.put(site.id(), new SignalFigures(of.splitFailures(), of.arrivalsOnGreen()));
            }
        }
        return new NewestFigures(seconds(window), figures);
    }

    private static double seconds(EventWindow window) {
        return (double) window.endTenths() / SignalEvent.TENTHS_PER_SECOND;
    }

    private Optional<EventWindow> find(UUID deployment, int minutes) {
        return logs.last(deployment, (double) minutes * SECONDS_PER_MINUTE);
    }

    /**
     * All measures of a signal.
     *
     * @throws InvalidSetting when the drive has no such signal
     */
    public Measured measure(Deployment deployment, String signal, int minutes) {
        EventWindow window = last(deployment, minutes);
        return new Measured(window, SignalPerformance.of(window, site(window, signal)));
    }

    /**
     * The coordination diagram of a phase.
     *
     * @throws InvalidSetting when the drive has no such signal, or the signal no such phase
     */
    public CoordinationDiagram diagram(Deployment deployment, String signal, int phase, int minutes) {
        EventWindow window = last(deployment, minutes);
        SignalSite site = site(window, signal);
        if (phase < 1 || phase > site.phases().size()) {
            throw new InvalidSetting(
                    "phase",
                    phase,
                    "give a phase of the signal, from 1 to " + site.phases().size());
        }
        return CoordinationDiagram.of(window, site, phase);
    }

    private static SignalSite site(EventWindow window, String signal) {
        return window.signals().stream()
                .filter(site -> site.id().equals(signal))
                .findFirst()
                .orElseThrow(() -> unknown(window.signals(), signal));
    }

    private static InvalidSetting unknown(List<SignalSite> sites, String signal) {
        List<String> ids = sites.stream().map(SignalSite::id).toList();
        return new InvalidSetting(
                "signal",
                signal,
                "%sgive one of its %d signals, such as %s"
                        .formatted(Suggestion.question(signal, ids), ids.size(), ids.get(0)));
    }
}

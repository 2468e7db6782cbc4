package io.clearway.deployments.performance;

import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.ModeTrips;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.deployments.logging.EventLogLimits;
import io.clearway.events.Logs;
import io.clearway.simulation.LiveAddress;
import io.clearway.timing.TimingProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deployments that are on record, with made-up event logs of one signal. */
public final class LoggedDeployments {
    /** Of its red, 40 s, green, 15 s, and yellow, 5 s. */
    public static final int CYCLE_SECONDS = 60;

    private final Deployments store;
    private final EventLogLimits limits;

    public LoggedDeployments(Deployments store, EventLogLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** One that has ended, with the signal "A". */
    public UUID add(boolean eventLog) {
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                "logged",
                new LiveAddress("localhost", 9999, 1),
                "grid-5x5",
                new ControllerChoice.Named("max-pressure"),
                new DriveLimits(5, 1000, Double.POSITIVE_INFINITY, 3).withEventLog(eventLog),
                Instant.EPOCH);
        ControlStatus sound = new ControlStatus(ControlMode.CONTROLLER, 0, "");
        LiveStatus live = new LiveStatus(
                "SUMO",
                LiveMetrics.NONE,
                DecisionCounts.NONE,
                List.of(new SignalStatus(Logs.SITE.id(), "GGr", 3, sound, 0, 0)),
                List.of(),
                List.of(new ModeTrips("car", 300, 9000, 100, 2500), new ModeTrips("bus", 10, 600, 0, 0)));
        store.add(
                deployment,
                new DeploymentReport(DeploymentState.RELEASED, "", live, Instant.EPOCH),
                "me",
                new SignalSheets(TimingProfile.STANDARD, "5e5e", Map.of()));
        return deployment.id();
    }

    /**
     * Writes a part of its log, of whole cycles. In each, one vehicle arrives 10 s after red and stands until green;
     * one more arrives on green, 8 s after its begin.
     */
    public void part(UUID id, int fromSeconds, int toSeconds) {
        List<String> rows = new ArrayList<>();
        for (int red = fromSeconds; red < toSeconds; red += CYCLE_SECONDS) {
            // at the stop line 4 s later
            rows.add(row(red + 6, 82, 1));
            rows.add(row(red + 10, 82, 2));
            rows.add(row(red + 40, 0, 1));
            rows.add(row(red + 40, 1, 1));
            rows.add(row(red + 43, 82, 3));
            rows.add(row(red + 43, 81, 2));
            rows.add(row(red + 44, 82, 1));
            rows.add(row(red + 48, 82, 3));
            rows.add(row(red + 55, 6, 1));
            rows.add(row(red + 55, 8, 1));
            rows.add(row(red + 60, 9, 1));
        }
        Logs.write(
                limits.folder().resolve(id.toString()).resolve("%010d".formatted(fromSeconds)),
                fromSeconds,
                toSeconds,
                rows.toArray(String[]::new));
    }

    private static String row(int seconds, int code, int parameter) {
        return "%d %d %d".formatted(seconds, code, parameter);
    }
}

package io.clearway.deployments;

import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A deployment as it is now.
 *
 * @param state where it stands
 * @param message why, in words; empty when there is nothing to say
 * @param simulator name and version of the simulator; empty before it answered
 * @param figures newest figures of the traffic
 * @param counts how its decisions went
 * @param signals all signals, in the scenario's order; empty before it drives
 * @param intersections their traffic, in the same order; empty before it drives
 * @param updated wall-clock time of this report
 */
public record DeploymentReport(
        DeploymentState state,
        String message,
        String simulator,
        LiveMetrics figures,
        DecisionCounts counts,
        List<SignalStatus> signals,
        List<IntersectionMetrics> intersections,
        Instant updated) {
    public DeploymentReport {
        signals = List.copyOf(signals);
        // reports kept before there were such figures lack them
        intersections = Objects.requireNonNullElse(intersections, List.<IntersectionMetrics>of()).stream()
                .toList();
    }

    /** Of a deployment that has not begun. */
    public static DeploymentReport connecting(Instant now) {
        return new DeploymentReport(
                DeploymentState.CONNECTING, "", "", LiveMetrics.NONE, DecisionCounts.NONE, List.of(), List.of(), now);
    }

    /** The same, at another point of its life. */
    public DeploymentReport in(DeploymentState other, String otherMessage, Instant now) {
        return new DeploymentReport(other, otherMessage, simulator, figures, counts, signals, intersections, now);
    }
}

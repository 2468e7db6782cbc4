package io.clearway.deployments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalStatus;
import java.util.List;
import java.util.Objects;

/**
 * What a control loop knows of its simulation and signals after a decision.
 *
 * @param simulator name and version of the simulator; empty before it answered
 * @param metrics newest metrics of the traffic
 * @param counts of the decisions
 * @param signals all signals, in the scenario's order; empty before the first decision
 * @param intersections their traffic, in the same order; empty before the first decision
 * @param trips those that ended, by mode of travel
 */
public record LiveStatus(
        String simulator,
        @JsonProperty("figures") LiveMetrics metrics,
        DecisionCounts counts,
        List<SignalStatus> signals,
        List<IntersectionMetrics> intersections,
        List<ModeTrips> trips) {
    /** Before the simulation answered. */
    public static final LiveStatus NONE =
            new LiveStatus("", LiveMetrics.NONE, DecisionCounts.NONE, List.of(), List.of());

    public LiveStatus {
        signals = List.copyOf(signals);
        trips = Objects.requireNonNullElse(trips, List.<ModeTrips>of()).stream().toList();
        // absent in reports that were stored before there were metrics of intersections
        intersections = Objects.requireNonNullElse(intersections, List.<IntersectionMetrics>of()).stream()
                .toList();
    }

    /** One without trips that ended. */
    public LiveStatus(
            String simulator,
            LiveMetrics metrics,
            DecisionCounts counts,
            List<SignalStatus> signals,
            List<IntersectionMetrics> intersections) {
        this(simulator, metrics, counts, signals, intersections, List.of());
    }

    /** Signals on fixed time because of a fault. */
    public List<SignalStatus> signalsInFallback() {
        return signals.stream()
                .filter(signal -> signal.control().mode().fault())
                .toList();
    }
}

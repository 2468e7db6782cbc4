package io.clearway.deployments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.ModeTrips;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.simulation.LiveAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deployment as clients see it, all parts in one JSON object; the list of all omits the single signals. */
@Schema(name = "Deployment")
record DeploymentView(
        UUID id,
        String name,
        @JsonUnwrapped Status status,
        @JsonUnwrapped Simulation simulation,
        @JsonUnwrapped ControllerView control,
        @JsonUnwrapped Limits limits,
        @JsonUnwrapped Traffic traffic) {
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Status(
            @JsonInclude DeploymentState state,
            @JsonInclude String message,
            @JsonInclude Instant createdAt,
            @JsonInclude Instant updatedAt,

            @Schema(description = "True in a list without the database: it has only what this service drives now")
            boolean fromMemory) {}

    record Simulation(String host, int port, int order, String scenario, String simulator) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Limits(
            double decisionSeconds,
            int deadlineMillis,
            @Nullable Double untilSeconds,
            int recoveryDecisions,

            @Schema(description = "Whether signals and detectors are logged, in a folder named after the id")
            boolean eventLog) {
        static Limits of(DriveLimits limits) {
            double until = limits.untilSeconds();
            return new Limits(
                    limits.decisionSeconds(),
                    limits.deadlineMillis(),
                    Double.isInfinite(until) ? null : until,
                    limits.recoveryDecisions(),
                    limits.eventLog());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Traffic(
            LiveMetrics traffic,
            DecisionCounts decisions,
            int signalCount,

            @Schema(description = "Signals on fixed time because of a fault")
            int signalsInFallback,

            @Nullable List<SignalStatus> signals,
            @Nullable List<IntersectionMetrics> intersections,

            @Schema(description = "Trips that ended and the time that they lost, by mode of travel") @Nullable List<ModeTrips> trips) {
        static Traffic of(LiveStatus live, boolean withSignals) {
            return new Traffic(
                    live.metrics(),
                    live.counts(),
                    live.signals().size(),
                    live.signalsInFallback().size(),
                    withSignals ? live.signals() : null,
                    withSignals ? live.intersections() : null,
                    withSignals ? live.trips() : null);
        }
    }

    static DeploymentView of(Deployment deployment, DeploymentReport report, boolean withSignals) {
        LiveAddress address = deployment.simulator();
        return new DeploymentView(
                deployment.id(),
                deployment.name(),
                new Status(report.state(), report.message(), deployment.created(), report.updated(), false),
                new Simulation(
                        address.host(),
                        address.port(),
                        address.order(),
                        deployment.scenario(),
                        report.live().simulator()),
                ControllerView.of(deployment.controller()),
                Limits.of(deployment.limits()),
                Traffic.of(report.live(), withSignals));
    }

    /** The same, in a list that lacks what only the database knows. */
    DeploymentView fromMemory() {
        Status known = new Status(status.state(), status.message(), status.createdAt(), status.updatedAt(), true);
        return new DeploymentView(id, name, known, simulation, control, limits, traffic);
    }
}

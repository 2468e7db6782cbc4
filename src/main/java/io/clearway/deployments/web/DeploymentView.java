package io.clearway.deployments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deployment as clients see it; the list of all leaves the single signals out. */
@Schema(name = "Deployment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeploymentView(
        UUID id,
        String name,
        DeploymentState state,
        String message,
        String host,
        int port,
        int order,
        String scenario,
        @Nullable String controller,
        @Nullable UUID checkpoint,
        double decisionSeconds,
        int deadlineMillis,
        @Nullable Double untilSeconds,
        int recoveryDecisions,
        String simulator,
        LiveMetrics traffic,
        DecisionCounts decisions,
        int signalCount,

        @Schema(description = "Signals on fixed time because something went wrong")
        int signalsInFallback,

        @Nullable List<SignalStatus> signals,
        @Nullable List<IntersectionMetrics> intersections,
        Instant createdAt,
        Instant updatedAt) {
    static DeploymentView of(Deployment deployment, DeploymentReport report, boolean withSignals) {
        double until = deployment.limits().untilSeconds();
        return new DeploymentView(
                deployment.id(),
                deployment.name(),
                report.state(),
                report.message(),
                deployment.simulator().host(),
                deployment.simulator().port(),
                deployment.simulator().order(),
                deployment.scenario(),
                deployment.controller() instanceof ControllerChoice.Rule rule ? rule.name() : null,
                deployment.controller() instanceof ControllerChoice.Learned learned ? learned.checkpoint() : null,
                deployment.limits().decisionSeconds(),
                deployment.limits().deadlineMillis(),
                Double.isInfinite(until) ? null : until,
                deployment.limits().recoveryDecisions(),
                report.simulator(),
                report.figures(),
                report.counts(),
                report.signals().size(),
                (int) report.signals().stream()
                        .filter(signal -> signal.authority().fault())
                        .count(),
                withSignals ? report.signals() : null,
                withSignals ? report.intersections() : null,
                deployment.created(),
                report.updated());
    }
}

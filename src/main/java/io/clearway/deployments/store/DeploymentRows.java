package io.clearway.deployments.store;

import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.Deployments.StoredDeployment;
import io.clearway.deployments.DriveLimits;
import io.clearway.simulation.LiveAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of table {@code deployment} as deployments. */
final class DeploymentRows {
    private static final JsonMapper JSON = new JsonMapper();

    private DeploymentRows() {}

    static StoredDeployment read(ResultSet row, int ignored) throws SQLException {
        Deployment deployment = new Deployment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new LiveAddress(row.getString("host"), row.getInt("port"), row.getInt("client_order")),
                row.getString("scenario"),
                controller(row),
                limits(row).withEventLog(row.getBoolean("event_log")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        return new StoredDeployment(deployment, JSON.readValue(row.getString("report"), DeploymentReport.class));
    }

    static Map<String, @Nullable Object> parameters(Deployment deployment) {
        DriveLimits limits = deployment.limits();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", deployment.id());
        values.put("name", deployment.name());
        values.put("host", deployment.simulator().host());
        values.put("port", deployment.simulator().port());
        values.put("clientOrder", deployment.simulator().order());
        values.put("scenario", deployment.scenario());
        values.put("rule", deployment.controller() instanceof ControllerChoice.Named rule ? rule.name() : null);
        values.put(
                "checkpoint",
                deployment.controller() instanceof ControllerChoice.Learned learned ? learned.checkpoint() : null);
        values.put("decisionSeconds", limits.decisionSeconds());
        values.put("deadlineMillis", limits.deadlineMillis());
        values.put("untilSeconds", Double.isInfinite(limits.untilSeconds()) ? null : limits.untilSeconds());
        values.put("recoveryDecisions", limits.recoveryDecisions());
        values.put("eventLog", limits.eventLog());
        values.put("createdAt", deployment.created().atOffset(ZoneOffset.UTC));
        return values;
    }

    static Map<String, @Nullable Object> parameters(DeploymentReport report) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", report.state().name());
        values.put("report", JSON.writeValueAsString(report));
        values.put("updatedAt", report.updated().atOffset(ZoneOffset.UTC));
        return values;
    }

    private static ControllerChoice controller(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        return rule == null
                ? new ControllerChoice.Learned(row.getObject("checkpoint_id", UUID.class))
                : new ControllerChoice.Named(rule);
    }

    private static DriveLimits limits(ResultSet row) throws SQLException {
        double until = row.getDouble("until_seconds");
        return new DriveLimits(
                row.getDouble("decision_seconds"),
                row.getInt("deadline_millis"),
                until == 0 ? Double.POSITIVE_INFINITY : until,
                row.getInt("recovery_decisions"));
    }
}

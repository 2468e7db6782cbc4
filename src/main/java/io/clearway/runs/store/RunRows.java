package io.clearway.runs.store;

import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.runs.CurrentStage;
import io.clearway.runs.EvaluationRequest;
import io.clearway.runs.PolicyEvaluation;
import io.clearway.runs.Provenance;
import io.clearway.runs.Run;
import io.clearway.runs.RunRequest;
import io.clearway.runs.RunState;
import io.clearway.runs.RunStatus;
import io.clearway.runs.RunTimes;
import io.clearway.runs.TrainingRequest;
import io.clearway.runs.Validated;
import io.clearway.training.Selection;
import io.clearway.training.SelectionSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of table {@code run} as runs. */
final class RunRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private RunRows() {}

    static Run read(ResultSet row, int ignored) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                request(row),
                policyEvaluation(row.getString("policy_evaluation")),
                state(row),
                new RunTimes(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row, "started_at"),
                        instant(row, "finished_at")),
                new Provenance(row.getString("simulator"), row.getString("scenario_hash")));
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static RunState state(ResultSet row) throws SQLException {
        return new RunState(
                RunStatus.valueOf(row.getString("status")),
                new Progress(row.getInt("rounds_done"), row.getInt("episodes_done"), row.getInt("decisions_done")),
                row.getString("failure"),
                row.getBoolean("cancel_requested"),
                new Validated(row.getInt("validated"), row.getInt("validations")),
                stage(row.getString("stage")),
                selection(row.getString("selection")));
    }

    private static @Nullable CurrentStage stage(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, CurrentStage.class);
    }

    private static @Nullable Selection selection(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Selection.class);
    }

    private static RunRequest request(ResultSet row) throws SQLException {
        var training = new TrainingRequest(
                row.getString("scenario"),
                JSON.readValue(row.getString("scenario_settings"), SETTINGS),
                row.getString("algorithm"),
                JSON.readValue(row.getString("algorithm_settings"), SETTINGS),
                row.getLong("seed"),
                row.getInt("decisions"),
                new SelectionSettings(row.getInt("validation_seeds"), row.getInt("candidates")));
        var evaluation = new EvaluationRequest(row.getInt("evaluation_seeds"), row.getLong("first_evaluation_seed"));
        return new RunRequest(row.getString("name"), training, evaluation);
    }

    private static @Nullable PolicyEvaluation policyEvaluation(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, PolicyEvaluation.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

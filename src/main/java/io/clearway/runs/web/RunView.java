package io.clearway.runs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.runs.EvaluationRequest;
import io.clearway.runs.PolicyEvaluation;
import io.clearway.runs.Provenance;
import io.clearway.runs.Run;
import io.clearway.runs.RunState;
import io.clearway.runs.RunTimes;
import io.clearway.runs.TrainingRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as clients see it: one flat JSON object. */
@Schema(name = "Run")
record RunView(
        UUID id,
        String name,
        @JsonUnwrapped RunState state,
        @JsonUnwrapped TrainingRequest training,
        @JsonUnwrapped EvaluationView evaluation,
        @JsonUnwrapped RunTimes times,
        @JsonUnwrapped Provenance provenance) {
    /** How the result is evaluated; in a run that belongs to an experiment, the seeds that its policy plays alone. */
    record EvaluationView(
            @JsonUnwrapped EvaluationRequest evaluation,
            @Nullable PolicyEvaluation policyEvaluation) {}

    static RunView of(Run run) {
        return new RunView(
                run.id(),
                run.request().name(),
                run.state(),
                run.request().training(),
                new EvaluationView(run.request().evaluation(), run.policyEvaluation()),
                run.times(),
                run.provenance());
    }
}

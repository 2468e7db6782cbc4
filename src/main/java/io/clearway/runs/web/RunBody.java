package io.clearway.runs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.runs.EvaluationRequest;
import io.clearway.runs.RunRequest;
import io.clearway.runs.TrainingRequest;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.SelectionSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for a run, one flat JSON object; a field that is left out has its default, or is required. */
@Schema(name = "RunRequest")
record RunBody(
        @Schema(description = "Free text for people", example = "first try") @Nullable String name,

        @JsonUnwrapped TrainingBody training,
        @JsonUnwrapped SelectionBody selection,
        @JsonUnwrapped EvaluationBody evaluation) {

    RunRequest request() {
        return new RunRequest(or(name, ""), training.request(selection.settings()), evaluation.request());
    }

    /** What is trained. */
    record TrainingBody(
            @Schema(
                    description = "Name of a scenario, see /api/v1/scenarios",
                    example = "grid-5x5",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String scenario,

            @Schema(description = "Scenario settings that differ from the defaults", example = "{}") @Nullable Map<String, Object> scenarioSettings,

            @Schema(
                    description = "Name of an algorithm, see /api/v1/algorithms",
                    example = "dmpo",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String algorithm,

            @Schema(description = "Algorithm settings that differ from the defaults", example = "{}") @Nullable Map<String, Object> algorithmSettings,

            @Schema(description = "Seed of all random numbers of the run", defaultValue = "1") @Nullable Long seed,

            @Schema(
                    description = "Joint decisions to train for",
                    example = "100000",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable Integer decisions) {
        private static final long DEFAULT_SEED = 1;

        TrainingRequest request(SelectionSettings selection) {
            return new TrainingRequest(
                    required("scenario", scenario, "give the name of a scenario; /api/v1/scenarios lists them"),
                    or(scenarioSettings, Map.of()),
                    required("algorithm", algorithm, "give the name of an algorithm; /api/v1/algorithms lists them"),
                    or(algorithmSettings, Map.of()),
                    or(seed, DEFAULT_SEED),
                    required("decisions", decisions, "give the number of joint decisions to train for, such as 100000"),
                    selection);
        }
    }

    /** How the final policy is chosen. */
    record SelectionBody(
            @Schema(
                    description = "Seeds to choose the final policy on among checkpoints and the rule of the warm"
                            + " start, 4 to 1000; 0 takes the last checkpoint",
                    defaultValue = "16")
            @Nullable Integer validationSeeds,

            @Schema(description = "Checkpoints to choose among, 1 to 50", defaultValue = "4") @Nullable Integer candidates) {
        SelectionSettings settings() {
            return new SelectionSettings(
                    or(validationSeeds, SelectionSettings.DEFAULT_VALIDATION_SEEDS),
                    or(candidates, SelectionSettings.DEFAULT_CANDIDATES));
        }
    }

    /** How the result is evaluated. */
    record EvaluationBody(
            @Schema(description = "Held-out episodes per controller at the end; 0 for none", defaultValue = "5")
            @Nullable Integer evaluationSeeds,

            @Schema(description = "Seed of the first held-out episode", defaultValue = "100") @Nullable Long firstEvaluationSeed) {
        EvaluationRequest request() {
            return new EvaluationRequest(
                    or(evaluationSeeds, EvaluationRequest.DEFAULT_SEEDS),
                    or(firstEvaluationSeed, EvaluationRequest.DEFAULT_FIRST_SEED));
        }
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static <T> T required(String field, @Nullable T given, String hint) {
        if (given == null) {
            throw new InvalidSetting(field, "nothing", hint);
        }
        return given;
    }
}

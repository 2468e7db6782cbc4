package io.clearway.runs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.algorithm.Algorithm;
import io.clearway.catalog.Catalog;
import io.clearway.runs.EvaluationRequest;
import io.clearway.runs.RunRequest;
import io.clearway.runs.TrainingRequest;
import io.clearway.scenario.Scenario;
import io.clearway.setting.Complaints;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.RunPlan;
import io.clearway.training.SelectionSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request for a run, one flat JSON object; a field that is left out has its default, or is required. */
@Schema(name = "RunRequest")
record RunBody(
        @Schema(description = "Free text for people", example = "first try") @Nullable String name,

        @JsonUnwrapped TrainingBody training,
        @JsonUnwrapped SelectionBody selection,
        @JsonUnwrapped EvaluationBody evaluation) {

    /**
     * Checks every part, and tells all that is wrong at once.
     *
     * @throws InvalidSetting naming the first field, with the others in it
     */
    void check(Catalog catalog) {
        Complaints complaints = new Complaints();
        complaints.check(selection::settings);
        complaints.check(evaluation::request);
        Optional<Scenario> scenario = complaints.check(() -> catalog.scenario(training.requiredScenario()));
        Optional<Algorithm> algorithm = complaints.check(() -> catalog.algorithm(training.requiredAlgorithm()));
        complaints.check(() -> training.requiredDecisions());
        if (scenario.isPresent() && algorithm.isPresent()) {
            complaints.check(() -> new RunPlan(
                    scenario.get(),
                    new Settings(given("scenarioSettings", training.scenarioSettings())),
                    algorithm.get(),
                    new Settings(given("algorithmSettings", training.algorithmSettings())),
                    0,
                    1,
                    SelectionSettings.NONE));
        }
        complaints.throwIfAny();
    }

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
                    requiredScenario(),
                    or(scenarioSettings, Map.of()),
                    requiredAlgorithm(),
                    or(algorithmSettings, Map.of()),
                    or(seed, DEFAULT_SEED),
                    requiredDecisions(),
                    selection);
        }

        private String requiredScenario() {
            return required("scenario", scenario, "give the name of a scenario; /api/v1/scenarios lists them");
        }

        private String requiredAlgorithm() {
            return required("algorithm", algorithm, "give the name of an algorithm; /api/v1/algorithms lists them");
        }

        private int requiredDecisions() {
            return TrainingRequest.requireDecisions(required(
                    "decisions", decisions, "give the number of joint decisions to train for, such as 100000"));
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

    private static Map<String, Object> given(String field, @Nullable Map<String, Object> settings) {
        return TrainingRequest.withoutNulls(field, or(settings, Map.of()));
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

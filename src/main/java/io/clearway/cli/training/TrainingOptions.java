package io.clearway.cli.training;

import io.clearway.cli.command.SettingOptions;
import io.clearway.runs.RunRequest;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.SelectionSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command trains: a recipe, options in its place, or a recipe with some fields changed by options. */
final class TrainingOptions {
    private static final String SCENARIO = "--scenario";
    private static final String ALGORITHM = "--algorithm";
    static final String DECISIONS = "--decisions";
    private static final String SEED = "--seed";
    private static final String VALIDATION_SEEDS = "--validation-seeds";
    private static final String CANDIDATES = "--candidates";

    private static final Map<String, String> OPTION_OF = Map.of(
            "scenario", SCENARIO,
            "algorithm", ALGORITHM,
            "decisions", DECISIONS,
            "seed", SEED,
            "validationSeeds", VALIDATION_SEEDS,
            "candidates", CANDIDATES);

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            description = "Name or JSON file of a run to train and evaluate; other options change its fields.")
    private @Nullable String recipe;

    @Option(names = SCENARIO, description = "Name of the scenario, such as grid-5x5.")
    private @Nullable String scenario;

    @Option(names = ALGORITHM, description = "Name of the algorithm, such as dmpo.")
    private @Nullable String algorithm;

    @Option(names = DECISIONS, paramLabel = "N", description = "Joint decisions after which training ends.")
    private @Nullable Integer decisions;

    @Option(names = SEED, paramLabel = "N", description = "Seed of all random numbers. Default: 1, or the recipe's.")
    private @Nullable Long seed;

    @Option(
            names = VALIDATION_SEEDS,
            paramLabel = "N",
            description = "Seeds to choose the final policy on, 4 to 1000; 0 takes the last checkpoint. Default: "
                    + SelectionSettings.DEFAULT_VALIDATION_SEEDS + ", or the recipe's.")
    private @Nullable Integer validationSeeds;

    @Option(
            names = CANDIDATES,
            paramLabel = "N",
            description = "Checkpoints to choose it from, beside the rule of the warm start. Default: "
                    + SelectionSettings.DEFAULT_CANDIDATES + ", or the recipe's.")
    private @Nullable Integer candidates;

    @Mixin
    private SettingOptions settings;

    /**
     * What is to be trained and evaluated.
     *
     * @throws InvalidSetting naming the option, or the field of the recipe
     */
    RunRequest request() {
        Map<String, Object> given = given();
        try {
            return (recipe == null ? Recipe.EMPTY : Recipe.of(recipe))
                    .changedBy(given)
                    .request();
        } catch (InvalidSetting complaint) {
            String option = OPTION_OF.get(complaint.field());
            boolean ours = recipe == null || given.containsKey(complaint.field());
            throw option != null && ours ? new InvalidSetting(option, complaint.given(), complaint.hint()) : complaint;
        }
    }

    private Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "scenario", scenario);
        put(given, "algorithm", algorithm);
        put(given, "decisions", decisions);
        put(given, "seed", seed);
        put(given, "validationSeeds", validationSeeds);
        put(given, "candidates", candidates);
        put(given, "scenarioSettings", orNull(settings.scenario()));
        put(given, "algorithmSettings", orNull(settings.algorithm()));
        return given;
    }

    private static @Nullable Map<String, Object> orNull(Settings settings) {
        return settings.values().isEmpty() ? null : settings.values();
    }

    private static void put(Map<String, Object> fields, String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}

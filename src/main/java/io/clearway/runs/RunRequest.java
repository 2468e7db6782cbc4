package io.clearway.runs;

import io.clearway.catalog.Catalog;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.RunPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What somebody asked to be trained.
 *
 * @param name free words for people, at most 200 letters; may be empty
 * @param scenario name in the catalog
 * @param scenarioSettings part of the scenario's settings
 * @param algorithm name in the catalog
 * @param algorithmSettings part of the algorithm's settings
 * @param seed root of all chance in the run
 * @param decisions joint decisions to train for
 * @param evaluationSeeds number of held-out episodes per controller at the end; 0 leaves the evaluation out
 * @param firstEvaluationSeed seed of the first of them, the others count up from it
 */
public record RunRequest(
        String name,
        String scenario,
        Map<String, Object> scenarioSettings,
        String algorithm,
        Map<String, Object> algorithmSettings,
        long seed,
        int decisions,
        int evaluationSeeds,
        long firstEvaluationSeed) {
    /** Held-out episodes when nothing is said. */
    public static final int DEFAULT_EVALUATION_SEEDS = 5;

    /** First held-out seed when nothing is said. */
    public static final long DEFAULT_FIRST_EVALUATION_SEED = 100;

    private static final int LONGEST_NAME = 200;
    private static final int MOST_DECISIONS = 1_000_000_000;
    private static final int MOST_EVALUATION_SEEDS = 1000;

    public RunRequest {
        if (name.length() > LONGEST_NAME) {
            throw new InvalidSetting(
                    "name", name, "give at most %d letters, not %d".formatted(LONGEST_NAME, name.length()));
        }
        inRange("decisions", decisions, 1, MOST_DECISIONS);
        inRange("evaluationSeeds", evaluationSeeds, 0, MOST_EVALUATION_SEEDS);
        scenarioSettings = withoutNulls("scenarioSettings", scenarioSettings);
        algorithmSettings = withoutNulls("algorithmSettings", algorithmSettings);
    }

    /**
     * The same as a plan that can be carried out.
     *
     * @throws InvalidSetting naming the field that is unknown or unusable
     */
    public RunPlan plan(Catalog catalog) {
        return new RunPlan(
                catalog.scenario(scenario),
                new Settings(scenarioSettings),
                catalog.algorithm(algorithm),
                new Settings(algorithmSettings),
                seed,
                decisions);
    }

    /** The held-out seeds in order. */
    public List<Long> heldOutSeeds() {
        return LongStream.range(0, evaluationSeeds)
                .mapToObj(i -> firstEvaluationSeed + i)
                .toList();
    }

    private static void inRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(least, most));
        }
    }

    private static Map<String, Object> withoutNulls(String outer, Map<String, Object> settings) {
        for (var setting : settings.entrySet()) {
            if (setting.getValue() == null) {
                throw new InvalidSetting(
                        outer + "." + setting.getKey(), "null", "give a value, or leave it out to have the default");
            }
        }
        return Map.copyOf(settings);
    }
}

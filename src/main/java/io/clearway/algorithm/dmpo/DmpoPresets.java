package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.policygradient.TunedPresets;
import io.clearway.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hyper-parameters of Ma et al. 2024 by task, from the files {@code config/*_DMPO.py} of their code: no rule to
 * start from, no shared weights. Where their code cannot do what the paper says, the value that it needs stands here:
 * the model's own learning rate, minibatches, radii as in the conference paper of 2022, Slow-down's entropy weight and
 * divergence as in all other tasks.
 */
final class DmpoPresets {
    private static final Map<String, Object> COMMON = Map.ofEntries(
            Map.entry("sharing", "none"),
            Map.entry("valueTimeBumps", 0),
            Map.entry("execution", "greedy"),
            Map.entry("warmStart", ""),
            Map.entry("discount", 0.99),
            Map.entry("lambda", 0.5),
            Map.entry("entropyWeight", 0.0),
            Map.entry("episodesPerRound", 1),
            Map.entry("minibatch", 4096),
            Map.entry("modelProbability", 0.5),
            Map.entry("modelRate", 1e-3),
            Map.entry("modelWindow", 4),
            Map.entry("branchEpisodes", 1),
            Map.entry("replayEpisodes", 15));

    private DmpoPresets() {}

    /** All by name; {@code paper} is the grid's. */
    static Map<String, Settings> all() {
        Map<String, Object> grid = grid();
        return Map.of(
                "default", Settings.none(),
                "platoon", TunedPresets.platoon(),
                "paper", new Settings(grid),
                "paper-grid", new Settings(grid),
                "paper-monaco", new Settings(monaco()),
                "paper-new-york", new Settings(newYork()),
                "paper-catch-up", new Settings(catchUp()),
                "paper-slow-down", new Settings(slowDown()),
                "paper-ring", new Settings(ring()),
                "paper-figure-eight", new Settings(figureEight()));
    }

    private static Map<String, Object> grid() {
        Map<String, Object> values = policies(List.of(128, 128), 1e-4, 1e-4, 1);
        updates(values, 10, 10, 7.5e-3);
        model(values, 4, 4, List.of(4), 512);
        return warmUp(values, 50, 20_000, 200);
    }

    private static Map<String, Object> monaco() {
        Map<String, Object> values = policies(List.of(256, 256), 1e-4, 1e-4, 1);
        updates(values, 10, 10, 7.5e-3);
        model(values, 16, 12, List.of(32, 32), 128);
        return warmUp(values, 50, 20_000, 100);
    }

    private static Map<String, Object> newYork() {
        Map<String, Object> values = policies(List.of(128, 128), 5e-4, 5e-4, 1);
        updates(values, 20, 10, 1e-2);
        model(values, 16, 12, List.of(32, 32), 64);
        values.put("rollouts", 512);
        values.put("rolloutLength", 15);
        return warmUp(values, 10, 1_000, 50);
    }

    private static Map<String, Object> catchUp() {
        Map<String, Object> values = policies(List.of(64, 64), 2e-4, 5e-4, 2);
        updates(values, 10, 10, 7.5e-3);
        model(values, 8, 12, List.of(512, 512), 512);
        return warmUp(values, 50, 2_000, 200);
    }

    private static Map<String, Object> slowDown() {
        Map<String, Object> values = policies(List.of(64, 64), 5e-4, 5e-4, 2);
        updates(values, 8, 8, 7.5e-3);
        model(values, 8, 12, List.of(128, 128), 512);
        values.put("rollouts", 1024);
        return warmUp(values, 50, 50_000, 5_000);
    }

    private static Map<String, Object> ring() {
        Map<String, Object> values = policies(List.of(64, 64), 1e-5, 1e-5, 3);
        updates(values, 10, 10, 1e-2);
        model(values, 8, 12, List.of(16, 16), 256);
        values.put("modelProbability", 1.0);
        return warmUp(values, 50, 20_000, 100);
    }

    private static Map<String, Object> figureEight() {
        Map<String, Object> values = policies(List.of(64, 64), 5e-5, 5e-5, 3);
        updates(values, 10, 10, 7.5e-3);
        model(values, 8, 12, List.of(16, 16), 256);
        values.put("clip", 0.15);
        values.put("rewardWeight", 1.0);
        return warmUp(values, 50, 20_000, 50);
    }

    private static Map<String, Object> policies(
            List<Integer> hidden, double policyRate, double valueRate, int valueRadius) {
        Map<String, Object> values = new HashMap<>(COMMON);
        values.put("hidden", hidden);
        values.put("policyRate", policyRate);
        values.put("valueRate", valueRate);
        values.put("policyRadius", 1);
        values.put("valueRadius", valueRadius);
        values.put("advantageRadius", valueRadius);
        return values;
    }

    private static void updates(Map<String, Object> values, int innerSteps, int epochs, double targetDivergence) {
        values.put("innerSteps", innerSteps);
        values.put("epochs", epochs);
        values.put("targetDivergence", targetDivergence);
        values.put("rollouts", 2048);
        values.put("rolloutLength", 25);
        values.put("clip", 0.2);
    }

    private static void model(Map<String, Object> values, int node, int edge, List<Integer> hidden, int batch) {
        values.put("nodeEmbedding", node);
        values.put("edgeEmbedding", edge);
        values.put("modelHidden", hidden);
        values.put("modelBatch", batch);
        values.put("rewardWeight", 10.0);
    }

    private static Map<String, Object> warmUp(
            Map<String, Object> values, int episodes, int modelUpdates, int modelUpdatesPerRound) {
        values.put("warmUpEpisodes", episodes);
        values.put("modelWarmUpUpdates", modelUpdates);
        values.put("modelUpdates", modelUpdatesPerRound);
        return values;
    }
}

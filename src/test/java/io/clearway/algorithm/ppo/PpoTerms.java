package io.clearway.algorithm.ppo;

import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;

/** Settings for the contract on a street of two junctions. */
final class PpoTerms {
    static final Settings QUICK = new Settings(Map.of(
            "hidden",
            List.of(16),
            "warmStartEpisodes",
            2,
            "cloningEpochs",
            2,
            "valueWarmUpEpochs",
            2,
            "minibatch",
            32));
    static final Settings THOROUGH = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(32, 32)),
            Map.entry("sharing", "none"),
            Map.entry("execution", "greedy"),
            Map.entry("warmStart", ""),
            Map.entry("episodesPerRound", 20),
            Map.entry("discount", 0.9),
            Map.entry("lambda", 0.95),
            Map.entry("valueLambda", 0.95),
            Map.entry("policyRate", 1e-3),
            Map.entry("entropyWeight", 0.2),
            Map.entry("targetDivergence", 0.05),
            Map.entry("epochs", 4),
            Map.entry("innerSteps", 2)));

    private PpoTerms() {}
}

package io.clearway.algorithm.mag;

import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;

/**
 * The hyper-parameters of the authors' code (StarCraft), where they have a meaning here: agents share weights, values
 * see everybody, updates use imagined play only, models are trained one step ahead. Their latent model has no
 * counterpart; its widths are taken over.
 */
final class MagPresets {
    private MagPresets() {}

    /** All by name. */
    static Map<String, Settings> all() {
        return Map.of("default", Settings.none(), "paper", paper());
    }

    private static Settings paper() {
        return new Settings(Map.ofEntries(
                Map.entry("sharing", "same-shape"),
                Map.entry("warmStart", ""),
                Map.entry("valueRadius", -1),
                Map.entry("advantageRadius", -1),
                Map.entry("hidden", List.of(256, 256)),
                Map.entry("discount", 0.99),
                Map.entry("lambda", 0.95),
                Map.entry("valueLambda", 0.95),
                Map.entry("valueTimeBumps", 0),
                Map.entry("clip", 0.2),
                Map.entry("entropyWeight", 0.001),
                Map.entry("policyRate", 5e-4),
                Map.entry("valueRate", 5e-4),
                Map.entry("gradientNorm", 100.0),
                Map.entry("episodesPerRound", 1),
                Map.entry("innerSteps", 4),
                Map.entry("epochs", 5),
                Map.entry("minibatch", 2000),
                Map.entry("modelProbability", 1.0),
                Map.entry("rollouts", 760),
                Map.entry("rolloutLength", 15),
                Map.entry("branchEpisodes", 50),
                Map.entry("replayEpisodes", 50),
                Map.entry("nodeEmbedding", 256),
                Map.entry("edgeEmbedding", 256),
                Map.entry("modelHidden", List.of(256)),
                Map.entry("modelRate", 5e-4),
                Map.entry("modelBatch", 800),
                Map.entry("modelWindow", 1),
                Map.entry("modelUpdates", 60),
                Map.entry("modelWarmUpUpdates", 60),
                Map.entry("modelMembers", 4),
                Map.entry("candidates", 4),
                Map.entry("planLength", 6),
                Map.entry("choiceRadius", -1),
                Map.entry("errorHidden", List.of(256, 256, 256)),
                Map.entry("errorRate", 5e-4)));
    }
}

package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.algorithm.policygradient.WarmStartSettings;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;

/**
 * Settings of model-based decentralized policy optimization.
 *
 * @param actorCritic of the policies and values; an update is on imagined or on real data
 * @param start of the start from a rule's traffic
 * @param model of the dynamics model
 */
public record DmpoSettings(ActorCriticSettings actorCritic, WarmStartSettings start, ModelSettings model) {
    /** Chosen for few episodes and two cores: starts from the reference rule's traffic, equal agents share weights. */
    public static final DmpoSettings DEFAULTS =
            new DmpoSettings(ActorCriticSettings.DEFAULTS, WarmStartSettings.DEFAULTS, ModelSettings.DEFAULTS);

    /**
     * The paper's own hyper-parameters for the 5×5 grid (code of 2024, config/Grid_DMPO): no rule to start from, no
     * shared weights.
     */
    public static Settings paper() {
        return new Settings(Map.ofEntries(
                Map.entry("sharing", "none"),
                Map.entry("execution", "greedy"),
                Map.entry("discount", 0.99),
                Map.entry("lambda", 0.5),
                Map.entry("entropyWeight", 0.0),
                Map.entry("targetDivergence", 7.5e-3),
                Map.entry("policyRate", 1e-4),
                Map.entry("valueRate", 1e-4),
                Map.entry("episodesPerRound", 1),
                Map.entry("innerSteps", 10),
                Map.entry("epochs", 10),
                Map.entry("rollouts", 2048),
                Map.entry("rolloutLength", 25),
                Map.entry("branchEpisodes", 1),
                Map.entry("replayEpisodes", 15),
                Map.entry("nodeEmbedding", 4),
                Map.entry("edgeEmbedding", 4),
                Map.entry("modelHidden", List.of(4)),
                Map.entry("modelBatch", 512),
                Map.entry("modelWindow", 4),
                Map.entry("modelUpdates", 200),
                Map.entry("rewardWeight", 10.0),
                Map.entry("modelProbability", 0.5),
                Map.entry("modelRate", 1e-3),
                Map.entry("warmUpEpisodes", 50),
                Map.entry("modelWarmUpUpdates", 20_000),
                Map.entry("warmStart", "")));
    }
}

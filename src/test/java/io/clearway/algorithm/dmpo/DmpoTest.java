package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;

class DmpoTest extends AlgorithmContractTest {
    private static final Settings QUICK = new Settings(Map.of(
            "hidden", List.of(16),
            "warmStartEpisodes", 2,
            "cloningEpochs", 2,
            "valueWarmUpEpochs", 2,
            "modelWarmUpUpdates", 50,
            "modelUpdates", 10,
            "modelErrorThreshold", 100,
            "modelBatch", 32,
            "rollouts", 32,
            "minibatch", 32));
    private static final Settings THOROUGH = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(32, 32)),
            Map.entry("sharing", "none"),
            Map.entry("warmStart", ""),
            Map.entry("episodesPerRound", 20),
            Map.entry("discount", 0.9),
            Map.entry("lambda", 0.95),
            Map.entry("policyRate", 1e-3),
            Map.entry("entropyWeight", 0.2),
            Map.entry("targetDivergence", 0.05),
            Map.entry("epochs", 4),
            Map.entry("innerSteps", 2),
            Map.entry("modelProbability", 0.25),
            Map.entry("modelUpdates", 20),
            Map.entry("branchEpisodes", 20),
            Map.entry("rollouts", 64),
            Map.entry("rolloutLength", 20)));

    DmpoTest() {
        super(new Dmpo(), QUICK, THOROUGH, 40);
    }
}

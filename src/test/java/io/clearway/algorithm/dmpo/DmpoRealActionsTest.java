package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;

/** The contract once more, with several real numbers as actions. */
class DmpoRealActionsTest extends AlgorithmContractTest {
    static final Settings THOROUGH = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(32, 32)),
            Map.entry("sharing", "none"),
            Map.entry("execution", "greedy"),
            Map.entry("warmStart", ""),
            Map.entry("episodesPerRound", 20),
            Map.entry("discount", 0.9),
            Map.entry("lambda", 0.95),
            Map.entry("policyRate", 1e-3),
            Map.entry("entropyWeight", 0.0),
            Map.entry("targetDivergence", 0.05),
            Map.entry("epochs", 4),
            Map.entry("innerSteps", 2),
            Map.entry("modelRate", 1e-3),
            Map.entry("modelUpdates", 20),
            Map.entry("branchEpisodes", 20),
            Map.entry("rollouts", 64),
            Map.entry("rolloutLength", 10)));

    DmpoRealActionsTest() {
        super(Dmpo.localized(), SmallGame.splitTanks(), DmpoTest.QUICK, THOROUGH, 40);
    }
}

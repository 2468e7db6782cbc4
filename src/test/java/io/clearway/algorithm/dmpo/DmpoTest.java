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
    private static final Settings THOROUGH =
            new Settings(Map.of("hidden", List.of(32, 32), "warmStart", "", "episodesPerRound", 10, "minibatch", 128));

    DmpoTest() {
        super(new Dmpo(), QUICK, THOROUGH, 40);
    }
}

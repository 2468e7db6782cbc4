package io.clearway.algorithm.tabular;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.TwoTanks;
import io.clearway.network.Seeds;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QLearningTest extends AlgorithmContractTest {
    private static final Settings QUICK = Settings.none();
    private static final Settings THOROUGH =
            new Settings(Map.of("episodesPerRound", 200, "explorationDecisions", 600_000, "lastExploration", 0.02));

    QLearningTest() {
        super(new QLearning(), QUICK, THOROUGH, 100);
    }

    @Test
    void realNumbersAreRefusedWithTheMend() {
        assertThatThrownBy(() -> new QLearning().start(TwoTanks.task(), Settings.none(), new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("q-learning")
                .hasMessageContaining("left")
                .hasMessageContaining("use an algorithm for continuous actions");
    }

    @Test
    void aShareOfExplorationAboveOneIsRefusedByName() {
        Settings settings = new Settings(Map.of("firstExploration", 1.5));
        assertThatThrownBy(() -> new QLearning().start(TwoStates.task(), settings, new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("firstExploration: '1.5'");
    }
}

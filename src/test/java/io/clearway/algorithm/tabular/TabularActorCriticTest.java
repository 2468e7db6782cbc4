package io.clearway.algorithm.tabular;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.TwoTanks;
import io.clearway.network.Seeds;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TabularActorCriticTest extends AlgorithmContractTest {
    private static final Settings QUICK = Settings.none();
    private static final Settings THOROUGH = new Settings(Map.of("episodesPerRound", 200));

    TabularActorCriticTest() {
        super(new TabularActorCritic(), QUICK, THOROUGH, 100);
    }

    @Test
    void realNumbersAreRefusedWithTheMend() {
        assertThatThrownBy(() -> new TabularActorCritic().start(TwoTanks.task(), Settings.none(), new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("off-policy-ac-tabular")
                .hasMessageContaining("left")
                .hasMessageContaining("use an algorithm for continuous actions");
    }
}

package io.clearway.algorithm.maddpg;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.TwoTanks;
import io.clearway.network.Seeds;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaddpgTest extends AlgorithmContractTest {
    static final Settings QUICK = new Settings(Map.of(
            "hidden", List.of(8),
            "batch", 8,
            "warmUpDecisions", 30,
            "replayDecisions", 50,
            "updateEvery", 3,
            "episodesPerRound", 1));
    static final Settings THOROUGH = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(32, 32)),
            Map.entry("discount", 0.9),
            Map.entry("batch", 64),
            Map.entry("warmUpDecisions", 200),
            Map.entry("replayDecisions", 20_000),
            Map.entry("criticRate", 2e-3),
            Map.entry("actorRate", 1e-3),
            Map.entry("noiseDecisions", 6_000),
            Map.entry("updateEvery", 1),
            Map.entry("episodesPerRound", 5)));

    MaddpgTest() {
        super(new Maddpg(), QUICK, THOROUGH, 60);
    }

    @Test
    void countedActionsAreRefusedWithTheMend() {
        assertThatThrownBy(() -> new Maddpg().start(TwoJunctions.task(), QUICK, new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("maddpg")
                .hasMessageContaining("agent a has discrete actions")
                .hasMessageContaining("use an algorithm for discrete actions");
    }

    @Test
    void aWarmUpThatTheReplayCannotHoldIsRefusedByName() {
        Settings settings = new Settings(Map.of("replayDecisions", 1000));
        assertThatThrownBy(() -> new Maddpg().start(TwoTanks.task(), settings, new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("warmUpDecisions: '25600");
    }
}

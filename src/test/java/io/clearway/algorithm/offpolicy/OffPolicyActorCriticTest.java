package io.clearway.algorithm.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Play;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.TwoTanks;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.Seeds;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OffPolicyActorCriticTest extends AlgorithmContractTest {
    static final Settings QUICK = new Settings(Map.of(
            "hidden", List.of(8),
            "batch", 8,
            "warmUpDecisions", 30,
            "replayDecisions", 50,
            "consensusEvery", 3));
    static final Settings THOROUGH = new Settings(Map.of(
            "hidden",
            List.of(32, 32),
            "discount",
            0.9,
            "batch",
            64,
            "warmUpDecisions",
            200,
            "actorRate",
            1e-3,
            "episodesPerRound",
            5));

    OffPolicyActorCriticTest() {
        super(new OffPolicyActorCritic(), QUICK, THOROUGH, 60);
    }

    @Test
    void countedActionsAreRefusedWithTheMend() {
        assertThatThrownBy(() -> new OffPolicyActorCritic().start(TwoJunctions.task(), QUICK, new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("off-policy-ac")
                .hasMessageContaining("agent a has discrete actions")
                .hasMessageContaining("use an algorithm for discrete actions");
    }

    /** Episodes of 20 decisions: the second one brings 6 consensus steps of 40 numbers each way. */
    @Test
    void whatIsToldIsCounted() {
        Settings settings =
                new Settings(Map.of("hidden", List.of(4), "batch", 4, "warmUpDecisions", 30, "consensusEvery", 3));
        try (Learner learner = new OffPolicyActorCritic().start(TwoTanks.task(), settings, new Seeds(1))) {
            var lived = Play.episodes(new TwoTanks(), learner::behaviorPolicy, 1, 1);
            assertThat(learner.learn(lived)).containsEntry(Metric.COMMUNICATION_BYTES, 4.0 * 2);
            var more = Play.episodes(new TwoTanks(), learner::behaviorPolicy, 2, 1);
            assertThat(learner.learn(more)).containsEntry(Metric.COMMUNICATION_BYTES, 4 * (2 + 6 * 2 * 40 / 20.0));
        }
    }

    @Test
    void agentsThatCannotReachEachOtherAreRefused() {
        Task tanks = TwoTanks.task();
        Task apart = new Task(new AgentGraph(tanks.graph().agents(), List.of()), tanks.agents(), tanks.horizon());
        assertThatThrownBy(() -> new OffPolicyActorCritic().start(apart, QUICK, new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("only 1 of 2 agents are connected with left");
    }
}

package io.clearway.algorithm.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.TwoTanks;
import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.algorithm.maddpg.JointReplay.Decision;
import io.clearway.metric.Metric;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaddpgLearnerTest {
    private static MaddpgLearner learner(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("batch", 4, "threads", 1, "episodesPerRound", 1));
        settings.putAll(more);
        return new MaddpgLearner(TwoTanks.task(), new Settings(settings).over(MaddpgSettings.DEFAULTS), new Seeds(2));
    }

    private static JointReplay replay(int capacity) {
        var agents = TwoTanks.task().agents();
        return new JointReplay(new JointLayout(agents, new ActionRanges(agents, "any")), capacity);
    }

    /** Episodes of 20 decisions; the deviation falls from 0.4 to 0.1 over 60, and updates begin after 40. */
    @Test
    void noiseFallsAndUpdatesBeginAfterTheWarmUp() {
        Map<String, Object> settings = Map.of(
                "firstNoise", 0.4, "lastNoise", 0.1, "noiseDecisions", 60, "warmUpDecisions", 40, "updateEvery", 15);
        try (MaddpgLearner learner = learner(settings)) {
            assertThat(learner.noise()).isEqualTo(0.4);
            var early = learner.learn(Play.episodes(new TwoTanks(), learner::behaviorPolicy, 1, 1));
            assertThat(early).doesNotContainKey(Metric.VALUE_LOSS).containsEntry(Metric.COMMUNICATION_BYTES, 0.0);
            assertThat(learner.noise()).isCloseTo(0.3, within(1e-12));
            var later = learner.learn(Play.episodes(new TwoTanks(), learner::behaviorPolicy, 2, 1));
            assertThat(later).containsKeys(Metric.VALUE_LOSS, Metric.POLICY_LOSS);
            learner.learn(Play.episodes(new TwoTanks(), learner::behaviorPolicy, 3, 2));
            assertThat(learner.noise()).isEqualTo(0.1);
        }
    }

    @Test
    void agentsLearnFromTheirOwnRewardsOrFromTheirMean() {
        JointReward reward = JointReward.of(-1, -4, 2);
        assertThat(MaddpgLearner.rewards(reward, true)).containsExactly(-1, -1, -1);
        assertThat(MaddpgLearner.rewards(reward, false)).containsExactly(-1, -4, 2);
    }

    @Test
    void theOldestDecisionGivesWayInAFullReplay() {
        JointReplay replay = replay(3);
        for (int k = 0; k < 5; k++) {
            float[] two = {k, k};
            replay.store(new Decision(two, two, two, two, false));
        }
        assertThat(replay.size()).isEqualTo(3);
        assertThat(new float[] {
                    replay.get(0).rewards()[0],
                    replay.get(1).rewards()[0],
                    replay.get(2).rewards()[0]
                })
                .containsExactly(3, 4, 2);
    }

    /** A full buffer of two episodes, the second overwriting the first: everything comes back, observations shared. */
    @Test
    void theReplayIsReadAsItWasWritten() throws IOException {
        JointReplay replay = replay(5);
        for (int k = 0; k < 7; k++) {
            float[] seen = {k, -k};
            float[] after = k == 3 ? new float[] {100, 200} : new float[] {k + 1, -k - 1};
            replay.store(new Decision(seen, new float[] {k / 10f, 0.5f}, new float[] {k, 2}, after, k == 3));
        }
        var bytes = new ByteArrayOutputStream();
        replay.writeTo(new DataOutputStream(bytes));
        JointReplay read = replay(5);
        read.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read.size()).isEqualTo(5);
        for (int place = 0; place < 5; place++) {
            assertThat(read.get(place)).usingRecursiveComparison().isEqualTo(replay.get(place));
        }
        assertThat(read.get(0).followers()).isSameAs(read.get(1).observations());
        float[] two = {9, 9};
        read.store(new Decision(two, two, two, two, false));
        assertThat(read.get(2).rewards()).containsExactly(9, 9);
    }
}

package io.clearway.algorithm.experience;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three agents that observe one number each; an episode is written as what they observe and what each step brings. */
class AbsorbingStateTest {
    private static final JointShape SHAPE = new JointShape(
            List.of(new AgentSpec("a", 1, 2), new AgentSpec("b", 1, 2), new AgentSpec("c", 1, 2)),
            1,
            new DiscreteActions(2));

    private final List<JointObservation> observations = new ArrayList<>();
    private final List<JointAction> actions = new ArrayList<>();
    private final List<JointReward> rewards = new ArrayList<>();

    private AbsorbingStateTest from(float... values) {
        observations.add(JointObservation.of(
                new float[][] {{values[0]}, {values[1]}, {values[2]}},
                new boolean[][] {{true, true}, {true, true}, {true, true}}));
        return this;
    }

    private AbsorbingStateTest step(double reward, float... to) {
        actions.add(JointAction.of(0, 1, 0));
        rewards.add(JointReward.of(reward, reward, reward));
        return from(to);
    }

    private EpisodeBuffer episode() {
        return EpisodeBuffer.of(new Trajectory(observations, actions, rewards, false), SHAPE);
    }

    @Test
    void anEpisodeEndsWhereItsStateAndRewardsStay() {
        from(1, 2, 3).step(-1, 2, 3, 4).step(-300, 5, 6, 7);
        for (int stay = 0; stay < 4; stay++) {
            step(-300, 5, 6, 7);
        }
        EpisodeBuffer ended = episode().untilAbsorbed();
        assertThat(ended.length()).isEqualTo(2);
        assertThat(ended.terminated()).isTrue();
        assertThat(ended.staying(1)).isEqualTo(-300);
        assertThat(ended.state(2, 2, 0)).isEqualTo(7);
        assertThat(ended.sumOfRewards()).isEqualTo(episode().sumOfRewards()).isEqualTo(3 * (-1 - 5 * 300));
    }

    @Test
    void oneAgentMayStillObserveSomethingFromOutside() {
        from(1, 2, 3).step(-1, 2, 3, 4);
        for (int stay = 0; stay < 6; stay++) {
            step(-300, 9 + stay, 6, 7);
        }
        assertThat(episode().untilAbsorbed().length()).isEqualTo(2);
    }

    @Test
    void rewardsThatStillChangeAreStillEarned() {
        from(1, 2, 3);
        for (int stay = 0; stay < 6; stay++) {
            step(-stay, 5, 6, 7);
        }
        assertThat(episode().untilAbsorbed().terminated()).isFalse();
    }

    @Test
    void aStateThatWasLeftBeforeDoesNotAbsorb() {
        from(0, 0, 0).step(0, 0, 0, 0).step(0, 4, 4, 4);
        for (int stay = 0; stay < 6; stay++) {
            step(0, 0, 0, 0);
        }
        assertThat(episode().untilAbsorbed().terminated()).isFalse();
    }

    @Test
    void aShortPauseAtTheEndIsNoAbsorbingState() {
        from(1, 2, 3).step(-1, 2, 3, 4).step(-1, 5, 6, 7).step(-1, 5, 6, 7);
        assertThat(episode().untilAbsorbed().terminated()).isFalse();
    }

    @Test
    void anEpisodeThatNeverMovesKeepsOneStep() {
        from(5, 6, 7);
        for (int stay = 0; stay < 6; stay++) {
            step(-1, 5, 6, 7);
        }
        assertThat(episode().untilAbsorbed().length()).isEqualTo(1);
    }
}

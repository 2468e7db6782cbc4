package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.SmallGame;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.metric.Metric;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.setting.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How far an update moves the joint policy, from the divergences of the agents' own. */
class PolicyShiftTest {
    private static final SmallGame GAME = SmallGame.twoJunctions();
    private static final ActorCriticSettings QUICK = new Settings(
                    Map.of("hidden", List.of(8), "valueHidden", List.of(4), "policyRate", 0.01))
            .over(ActorCriticSettings.DEFAULTS);

    @Test
    void itIsTheRootOfHalfTheSumOfDivergencesWhereThatIsLargest() {
        try (ComputePool pool = new ComputePool(1);
                var actorCritic = new ActorCritic(GAME.task(), QUICK, WarmStartSettings.DEFAULTS, new Seeds(1), pool)) {
            Trajectory played = Play.episodes(GAME.open(), GAME.random(), 1, 1).get(0);
            RolloutBatch whole = actorCritic.rollouts(actorCritic.keep(List.of(played)));
            RolloutBatch one = actorCritic.rollouts(actorCritic.keep(List.of(first(played))));
            AgentTensor before = actorCritic.describe(whole);
            AgentTensor beforeOne = actorCritic.describe(one);
            assertThat(actorCritic.largestShift(whole, before)).isZero();

            var round = new PolicyUpdate.Round(0, List.of(), new EnumMap<>(Metric.class), new SplittableRandom(2));
            actorCritic.improve(whole, before, round);
            double joint = GAME.task().agents().size() * actorCritic.divergence(one, beforeOne);
            assertThat(actorCritic.largestShift(one, beforeOne))
                    .isPositive()
                    .isCloseTo(Math.sqrt(joint / 2), within(1e-9));
            assertThat(actorCritic.largestShift(whole, before))
                    .isBetween(actorCritic.largestShift(one, beforeOne) - 1e-9, 1.0);
        }
    }

    private static Trajectory first(Trajectory played) {
        return new Trajectory(
                played.observations().subList(0, 2),
                played.actions().subList(0, 1),
                played.rewards().subList(0, 1),
                false);
    }
}

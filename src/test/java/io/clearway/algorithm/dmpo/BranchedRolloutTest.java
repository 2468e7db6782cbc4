package io.clearway.algorithm.dmpo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.dmpo.model.EndRule;
import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.ModelFactory;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.algorithm.policygradient.BehaviorCloning;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BranchedRolloutTest {
    private static final JointShape SHAPE = JointShape.of(TwoJunctions.task());

    @Test
    void onlyLegalActionsAreImaginedAndRolloutsEndWhereTerminationIsPredicted() {
        List<EpisodeBuffer> real = new ArrayList<>();
        FeatureNormalizer scales = new FeatureNormalizer(SHAPE);
        for (Trajectory trajectory : Play.episodes(new TwoJunctions(), Play::random, 1, 3)) {
            real.add(EpisodeBuffer.of(trajectory, SHAPE));
            scales.add(real.get(real.size() - 1));
        }
        try (ComputePool pool = new ComputePool(1)) {
            ModelFactory parts = new ModelFactory(TwoJunctions.task(), DmpoSettings.DEFAULTS, new Seeds(3), pool);
            try (var policy = policy(pool);
                    var dynamics = parts.dynamics(scales, 1)) {
                var imagination =
                        new BranchedRollout(SHAPE, policy, dynamics, new BranchedRollout.Extent(200, 6, EndRule.MOST));
                RolloutBatch play =
                        imagination.branchOff(real, 2, new SplittableRandom(1)).rollouts();
                assertThat(play.segments()).hasSize(200);
                assertThat(play.segments()).extracting(Segment::terminated).contains(true, false);
                assertThat(play.segments()).allMatch(segment -> segment.terminated() || segment.length() == 6);
                assertThat(illegalChoices(play)).isZero();
            }
        }
    }

    private static DecentralizedPolicy policy(ComputePool pool) {
        return ActorCritic.policy(TwoJunctions.task(), ActorCriticSettings.DEFAULTS, new Seeds(3), pool);
    }

    private static long illegalChoices(RolloutBatch play) {
        long illegal = 0;
        for (int agent = 0; agent < SHAPE.agents(); agent++) {
            for (int sample : play.samples()) {
                int action = (int) play.actions().get(agent, sample, 0);
                illegal += play.legal().legal(agent, sample, action) ? 0 : 1;
            }
        }
        return illegal;
    }

    @Test
    void cloningReproducesARulesChoicesOnTrafficNotSeen() {
        try (ComputePool pool = new ComputePool(1)) {
            try (var policy = policy(pool)) {
                List<EpisodeBuffer> demonstrations =
                        Play.episodes(new TwoJunctions(), seed -> longerQueue(), 1, 20).stream()
                                .map(trajectory -> EpisodeBuffer.of(trajectory, SHAPE))
                                .toList();
                new BehaviorCloning(policy, Adam.of(1e-3), 64)
                        .imitate(RolloutBatch.of(demonstrations, SHAPE, 1), 15, new SplittableRandom(1));
                Controller clone = policy.greedy().fresh(0);
                assertThat(agreement(clone)).isGreaterThan(0.9);
            }
        }
    }

    /** Share of equal choices where the rule had one, on the rule's traffic. */
    private static double agreement(Controller clone) {
        int choices = 0;
        int equal = 0;
        for (Trajectory trajectory : Play.episodes(new TwoJunctions(), seed -> longerQueue(), 900, 10)) {
            for (int time = 0; time < trajectory.length(); time++) {
                JointAction guess = clone.act(trajectory.observations().get(time));
                for (int agent = 0; agent < 2; agent++) {
                    boolean[] legal = trajectory.observations().get(time).legal(agent);
                    if (legal[0] && legal[1]) {
                        choices++;
                        equal += guess.choice(agent)
                                        == trajectory.actions().get(time).choice(agent)
                                ? 1
                                : 0;
                    }
                }
            }
        }
        return (double) equal / choices;
    }

    private static Controller longerQueue() {
        return observation -> {
            int[] choices = new int[2];
            for (int agent = 0; agent < 2; agent++) {
                int longer = observation.local(agent)[0] >= observation.local(agent)[1] ? 0 : 1;
                choices[agent] = observation.legal(agent)[longer] ? longer : 1 - longer;
            }
            return JointAction.of(choices);
        };
    }
}

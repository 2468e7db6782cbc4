package io.clearway.algorithm.maddpg;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.setting.InvalidSetting;
import java.util.List;

/**
 * Every setting of {@link Maddpg}; docs/algorithms.md describes each.
 *
 * @param networks actors and critics
 * @param objective what actors and critics learn
 * @param optimization of the networks' weights
 * @param replay the buffer
 * @param exploration noise on the actions
 * @param schedule how much is played and learned
 */
public record MaddpgSettings(
        Networks networks,
        Objective objective,
        Optimization optimization,
        ReplayBuffer replay,
        Exploration exploration,
        Schedule schedule) {
    /** Those of the published code (openai/maddpg), but for the departures that docs/algorithms.md lists. */
    public static final MaddpgSettings DEFAULTS = new MaddpgSettings(
            new Networks(List.of(64, 64)),
            new Objective(0.95, true, 1e-3),
            new Optimization(0.01, 0.01, 0.01, 0.5),
            new ReplayBuffer(1024, 100_000, 25_600),
            new Exploration(0.3, 0.05, 200_000),
            new Schedule(100, 40, 2));

    /**
     * Actors and critics.
     *
     * @param hidden units of the hidden layers of actors and critics
     */
    public record Networks(List<Integer> hidden) {
        public Networks {
            hidden = List.copyOf(hidden);
            layers("hidden", hidden);
        }
    }

    /**
     * What actors and critics learn.
     *
     * @param discount γ
     * @param sharedReward whether all learn from the mean of the rewards, not each from its own
     * @param outputPenalty weight of the mean squared output of an actor before tanh in its loss
     */
    public record Objective(double discount, boolean sharedReward, double outputPenalty) {
        private static final double LARGEST_PENALTY = 100;

        public Objective {
            if (!(discount >= 0 && discount < 1)) {
                throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
            }
            within("outputPenalty", outputPenalty, 0, LARGEST_PENALTY);
        }
    }

    /**
     * Gradient steps.
     *
     * @param criticRate learning rate of the critics
     * @param actorRate learning rate of the actors
     * @param targetRate τ: how fast target networks follow actors and critics
     * @param gradientNorm largest gradient of a network
     */
    public record Optimization(double criticRate, double actorRate, double targetRate, double gradientNorm) {
        public Optimization {
            positive("criticRate", criticRate);
            positive("actorRate", actorRate);
            within("targetRate", targetRate, 0, 1);
            positive("gradientNorm", gradientNorm);
        }
    }

    /**
     * The replay buffer.
     *
     * @param batch samples of a gradient step
     * @param replayDecisions joint decisions that the buffer holds
     * @param warmUpDecisions decisions lived through before the first update
     */
    public record ReplayBuffer(int batch, int replayDecisions, int warmUpDecisions) {
        public ReplayBuffer {
            atLeast("batch", batch, 1);
            atLeast("replayDecisions", replayDecisions, 1);
            within("warmUpDecisions", warmUpDecisions, 0, replayDecisions);
        }
    }

    /**
     * Gaussian noise on the actions, its deviation falling linearly.
     *
     * @param firstNoise standard deviation at the beginning, actions being scaled to −1 … 1
     * @param lastNoise standard deviation in the end
     * @param noiseDecisions decisions from the one to the other
     */
    public record Exploration(double firstNoise, double lastNoise, int noiseDecisions) {
        private static final double LARGEST_NOISE = 10;

        public Exploration {
            within("firstNoise", firstNoise, 0, LARGEST_NOISE);
            within("lastNoise", lastNoise, 0, LARGEST_NOISE);
            within("noiseDecisions", noiseDecisions, 0, Integer.MAX_VALUE);
        }
    }

    /**
     * How much is played and learned.
     *
     * @param updateEvery decisions lived through between two updates
     * @param episodesPerRound episodes played between two rounds of learning
     * @param threads that compute; results do not depend on it
     */
    public record Schedule(int updateEvery, int episodesPerRound, int threads) {
        public Schedule {
            atLeast("updateEvery", updateEvery, 1);
            atLeast("episodesPerRound", episodesPerRound, 1);
            atLeast("threads", threads, 1);
        }
    }
}

package io.clearway.algorithm.a2c;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.algorithm.policygradient.Demonstrations;

/**
 * Every setting of the advantage actor-critic methods; docs/algorithms.md describes each.
 *
 * @param returns what agents learn for
 * @param loss weights of its terms
 * @param optimization RMSProp
 * @param networks of all agents
 * @param schedule how much is played and learned
 * @param cloning the start from a rule's traffic
 * @param execution how the learned policy chooses: {@code greedy}, {@code sampled}, or {@code auto}, by the kind of
 *     actions
 */
public record A2cSettings(
        Returns returns,
        LossWeights loss,
        Optimization optimization,
        Networks networks,
        Schedule schedule,
        Cloning cloning,
        ActionSelection execution) {
    /** Those of Chu et al. 2020 for the 5×5 grid, common to their methods; every agent learns for the sum of all. */
    public static final A2cSettings CHU = new A2cSettings(
            new Returns(0.99, 1.0, 0),
            new LossWeights(0.5, 0.01),
            new Optimization(5e-4, 0.99, 1e-5, 40),
            new Networks(64, 64, ParameterSharing.NONE),
            new Schedule(120, 1, 2),
            new Cloning(new Demonstrations("", 8), 10),
            ActionSelection.AUTO);

    /** The same with another α. */
    public A2cSettings withSpatialDiscount(double other) {
        return new A2cSettings(
                new Returns(returns.discount(), other, returns.rewardUnit()),
                loss,
                optimization,
                networks,
                schedule,
                cloning,
                execution);
    }

    /**
     * The returns that agents learn for.
     *
     * @param discount γ
     * @param spatialDiscount α: weight of another agent's reward per hop of distance; 0 for the own reward alone, 1 for
     *     the sum over all agents
     * @param rewardUnit rewards are divided by it; 0 for the running deviation of their discounted sums
     */
    public record Returns(double discount, double spatialDiscount, double rewardUnit) {
        private static final double LARGEST_UNIT = 1e12;

        public Returns {
            within("discount", discount, 0, 1);
            within("spatialDiscount", spatialDiscount, 0, 1);
            within("rewardUnit", rewardUnit, 0, LARGEST_UNIT);
        }
    }

    /**
     * Weights against the policies' loss.
     *
     * @param valueWeight of half the values' squared error
     * @param entropyWeight β
     */
    public record LossWeights(double valueWeight, double entropyWeight) {
        private static final double LARGEST_VALUE_WEIGHT = 1000;
        private static final double LARGEST_ENTROPY_WEIGHT = 10;

        public LossWeights {
            within("valueWeight", valueWeight, 0, LARGEST_VALUE_WEIGHT);
            within("entropyWeight", entropyWeight, 0, LARGEST_ENTROPY_WEIGHT);
        }
    }

    /**
     * RMSProp.
     *
     * @param learningRate of all weights
     * @param decay α of the mean square
     * @param epsilon ε
     * @param gradientNorm largest gradient
     */
    public record Optimization(double learningRate, double decay, double epsilon, double gradientNorm) {
        private static final double LARGEST_DECAY = 0.999999;

        public Optimization {
            positive("learningRate", learningRate);
            within("decay", decay, 0, LARGEST_DECAY);
            positive("epsilon", epsilon);
            positive("gradientNorm", gradientNorm);
        }
    }

    /**
     * The networks of all agents.
     *
     * @param encoder units of each encoding layer
     * @param hidden units of the LSTM
     * @param sharing who shares weights: {@code none} or {@code same-shape}
     */
    public record Networks(int encoder, int hidden, ParameterSharing sharing) {
        public Networks {
            atLeast("encoder", encoder, 1);
            atLeast("hidden", hidden, 1);
        }
    }

    /**
     * How much is played and learned.
     *
     * @param batch n: decisions between two updates; also how far gradients are carried back in time
     * @param episodesPerRound episodes played at the same weights, side by side in a batch
     * @param threads that compute; results do not depend on it
     */
    public record Schedule(int batch, int episodesPerRound, int threads) {
        public Schedule {
            atLeast("batch", batch, 1);
            atLeast("episodesPerRound", episodesPerRound, 1);
            atLeast("threads", threads, 1);
        }
    }

    /**
     * The start from a rule's traffic.
     *
     * @param demonstrations of the rule
     * @param cloningEpochs passes over them to clone the rule and learn its values
     */
    public record Cloning(Demonstrations demonstrations, int cloningEpochs) {
        public Cloning {
            atLeast("cloningEpochs", cloningEpochs, 0);
        }
    }
}

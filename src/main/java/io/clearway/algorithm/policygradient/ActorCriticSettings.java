package io.clearway.algorithm.policygradient;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.ObservedGraph;
import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.setting.InvalidSetting;
import java.util.List;

/**
 * Settings of decentralized policies and extended values, and of how they are improved.
 *
 * @param radii of the neighborhoods
 * @param networks of policies and values
 * @param estimation of advantages and of the values' targets
 * @param surrogate the policies' loss
 * @param optimization of the networks' weights
 * @param schedule how much is played and learned
 * @param execution how the learned policy chooses: {@code greedy}, {@code sampled}, or {@code auto}, by the kind of
 *     actions
 */
public record ActorCriticSettings(
        Radii radii,
        Networks networks,
        Estimation estimation,
        Surrogate surrogate,
        Optimization optimization,
        Schedule schedule,
        ActionSelection execution) {
    /** Chosen for few episodes and two cores: equal agents share weights. */
    public static final ActorCriticSettings DEFAULTS = new ActorCriticSettings(
            new Radii(1, 1, 1, ObservedGraph.NETWORK, 2),
            new Networks(12, ParameterSharing.SAME_SHAPE, List.of(128, 128), List.of(), false, 10),
            new Estimation(0.99, 0.5, 1, true),
            new Surrogate(0.2, 0.001, 0.02),
            new Optimization(3e-4, 1, 1e-3, 1.0),
            new Schedule(2, 4, 3, 128, 2),
            ActionSelection.GREEDY);

    /**
     * The neighborhoods: hops, and on which graph.
     *
     * @param policyRadius κ of the policies
     * @param valueRadius κ of the values; −1 for all agents, as a centralized critic sees
     * @param advantageRadius κ of the advantages that a policy is improved on; 0 for its own alone, −1 for all agents'
     * @param observedGraph whose links are hops, of models too: {@code network}, or {@code non-adjacent}
     * @param nonAdjacentDivisor non-adjacent agents are ⌊n/this⌋ apart in the list
     */
    public record Radii(
            int policyRadius,
            int valueRadius,
            int advantageRadius,
            ObservedGraph observedGraph,
            int nonAdjacentDivisor) {
        public Radii {
            atLeast("policyRadius", policyRadius, 0);
            atLeast("valueRadius", valueRadius, NeighborhoodInputs.ALL_AGENTS);
            atLeast("advantageRadius", advantageRadius, NeighborhoodInputs.ALL_AGENTS);
            atLeast("nonAdjacentDivisor", nonAdjacentDivisor, 1);
        }

        /** The task as the algorithm takes it: with the observed graph. */
        public Task observed(Task task) {
            return new Task(
                    observedGraph.of(task.graph(), nonAdjacentDivisor),
                    task.agents(),
                    task.horizon(),
                    task.globalSize());
        }
    }

    /**
     * The networks of policies and values.
     *
     * @param valueTimeBumps in how many bumps spread over the horizon values see the time; 0 for no time
     * @param sharing {@code none}, or {@code same-shape}: agents of equal shape share weights
     * @param hidden units of the hidden layers
     * @param valueHidden units of the hidden layers of the values; none: as {@code hidden}
     * @param rowPerAction whether observations are tables with a row of features for each action, and policies one
     *     network that gives every action of every agent its logit
     * @param preferenceScale with {@code rowPerAction}: what the first feature of a row, what a rule prefers the action
     *     by, counts in its logit
     */
    public record Networks(
            int valueTimeBumps,
            ParameterSharing sharing,
            List<Integer> hidden,
            List<Integer> valueHidden,
            boolean rowPerAction,
            double preferenceScale) {
        private static final double LARGEST_SCALE = 1000;

        public Networks {
            hidden = List.copyOf(hidden);
            valueHidden = List.copyOf(valueHidden);
            within("preferenceScale", preferenceScale, 0, LARGEST_SCALE);
            atLeast("valueTimeBumps", valueTimeBumps, 0);
            layers("hidden", hidden);
            layers("valueHidden", valueHidden);
        }

        /** Units of the hidden layers of the values. */
        List<Integer> layersOfValues() {
            return valueHidden.isEmpty() ? hidden : valueHidden;
        }
    }

    /**
     * Generalized advantage estimation.
     *
     * @param discount γ; below 1 with absorbing states
     * @param lambda λ of the advantage estimates
     * @param valueLambda λ of the values' targets; 1 for the discounted sum of all rewards to come, as in the paper
     * @param absorbing whether an episode is learned from up to its absorbing state only, whose value is known: r / (1
     *     − γ); and whether an imagined rollout ends where any agent's model predicts the end, instead of most
     */
    public record Estimation(double discount, double lambda, double valueLambda, boolean absorbing) {
        public Estimation {
            within("discount", discount, 0, 1);
            if (absorbing && discount == 1) {
                throw new InvalidSetting(
                        "discount", discount, "give less than 1, or absorbing=false: staying has no finite value");
            }
            within("lambda", lambda, 0, 1);
            within("valueLambda", valueLambda, 0, 1);
        }
    }

    /**
     * The clipped surrogate objective.
     *
     * @param clip ε of the policy ratio
     * @param entropyWeight β
     * @param targetDivergence KL divergence (nat) that ends an update when exceeded 1.5 times
     */
    public record Surrogate(double clip, double entropyWeight, double targetDivergence) {
        private static final double LARGEST_ENTROPY_WEIGHT = 10;

        public Surrogate {
            positive("clip", clip);
            within("entropyWeight", entropyWeight, 0, LARGEST_ENTROPY_WEIGHT);
            positive("targetDivergence", targetDivergence);
        }
    }

    /**
     * Gradient steps.
     *
     * @param policyRate learning rate of the policies
     * @param policyRateDecay factor of that rate, and of the divergence that ends an update, from round to round; 1 for
     *     equal steps
     * @param valueRate learning rate of the values
     * @param gradientNorm largest gradient of a network
     */
    public record Optimization(double policyRate, double policyRateDecay, double valueRate, double gradientNorm) {
        public Optimization {
            positive("policyRate", policyRate);
            positive("policyRateDecay", policyRateDecay);
            within("policyRateDecay", policyRateDecay, 0, 1);
            positive("valueRate", valueRate);
            positive("gradientNorm", gradientNorm);
        }
    }

    /**
     * How much is played and learned.
     *
     * @param episodesPerRound real episodes between two rounds of learning
     * @param innerSteps updates per round
     * @param epochs passes over the data per update
     * @param minibatch joint samples per gradient step
     * @param threads that compute; results do not depend on it
     */
    public record Schedule(int episodesPerRound, int innerSteps, int epochs, int minibatch, int threads) {
        public Schedule {
            atLeast("episodesPerRound", episodesPerRound, 1);
            atLeast("innerSteps", innerSteps, 1);
            atLeast("epochs", epochs, 1);
            atLeast("minibatch", minibatch, 1);
            atLeast("threads", threads, 1);
        }
    }
}

package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.neural.AgentTensor;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Predictions that are planned (Wu et al. 2023, lines 10–12 of Algorithm 1): the local models act on the policies,
 * their environment, in random rollouts, and the first step of the rollout whose errors are predicted to be smallest is
 * used.
 */
final class ModelPlanner implements JointModel {
    private final JointShape shape;
    private final JointModel models;
    private final PredictedErrors errors;
    private final DecentralizedPolicy policy;
    private final Reach reach;

    /**
     * The extent of planning.
     *
     * @param candidates L
     * @param length H
     * @param counted for each agent, the agents whose errors its choice counts
     */
    record Reach(int candidates, int length, List<List<Integer>> counted) {}

    /**
     * @param models drawn from
     * @param policy acts after the first step; closed elsewhere
     */
    ModelPlanner(JointShape shape, JointModel models, PredictedErrors errors, DecentralizedPolicy policy, Reach reach) {
        this.shape = shape;
        this.models = models;
        this.errors = errors;
        this.policy = policy;
        this.reach = reach;
    }

    @Override
    public Prediction predict(AgentTensor states, ActionMasks legal, AgentTensor actions, RandomGenerator chance) {
        // Line 10: L rollouts of H steps from the same (o, a), side by side.
        int candidates = reach.candidates();
        AgentTensor from = AgentTensor.stack(Collections.nCopies(candidates, states));
        ActionMasks may = ActionMasks.stack(Collections.nCopies(candidates, legal));
        AgentTensor done = AgentTensor.stack(Collections.nCopies(candidates, actions));
        Prediction first = models.predict(from, may, done, chance);
        // Line 11: r_j = Σ_t R̂_m, here of errors, so that less is better.
        AgentTensor sums = errors.of(from, done, first);
        int[] samples = IntStream.range(0, from.rows()).toArray();
        Prediction last = first;
        for (int step = 1; step < reach.length(); step++) {
            from = last.states();
            may = last.legal();
            done = shape.kind().draw(policy.describe(from, samples), may, chance);
            last = models.predict(from, may, done, chance);
            float[] more = errors.of(from, done, last).values();
            for (int i = 0; i < more.length; i++) {
                sums.values()[i] += more[i];
            }
        }
        // Line 12: the first step of the best.
        int[][] rows = chosen(sums);
        return Prediction.gathered(shape, List.of(first), new int[rows.length][states.rows()], rows);
    }

    /**
     * The candidates with the smallest sum over the agents that count, the first of equals.
     *
     * @param sums of predicted errors: all samples by the first candidate, then by the next
     * @return for each agent and sample its row among {@code sums}
     */
    int[][] chosen(AgentTensor sums) {
        int batch = sums.rows() / reach.candidates();
        int[][] rows = new int[sums.agents()][batch];
        for (int agent = 0; agent < sums.agents(); agent++) {
            for (int sample = 0; sample < batch; sample++) {
                double least = Double.POSITIVE_INFINITY;
                rows[agent][sample] = sample;
                for (int row = sample; row < sums.rows(); row += batch) {
                    double sum = 0;
                    for (int other : reach.counted().get(agent)) {
                        sum += sums.get(other, row, 0);
                    }
                    if (sum < least) {
                        least = sum;
                        rows[agent][sample] = row;
                    }
                }
            }
        }
        return rows;
    }
}

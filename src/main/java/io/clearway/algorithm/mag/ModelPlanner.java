package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Predictions that are planned (Wu et al. 2023, lines 10–12 of Algorithm 1): the local models act on the policies,
 * their environment, in random rollouts, and the first step of the rollout whose errors are predicted to be smallest is
 * taken.
 */
final class ModelPlanner implements JointModel {
    private final JointShape shape;
    private final JointModel models;
    private final PredictedErrors errors;
    private final DecentralizedPolicy policy;
    private final Reach reach;

    /**
     * How far planning looks.
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
    public Prediction predict(float[] states, boolean[] legal, float[] actions, int batch, RandomGenerator chance) {
        // Line 10: L rollouts of H steps from the same (o, a), side by side.
        int each = reach.candidates() * batch;
        int[] samples = new int[each];
        Arrays.setAll(samples, sample -> sample);
        Spread spread = new Spread(shape, batch, reach.candidates());
        float[] from = spread.states(states);
        boolean[] may = spread.legal(legal);
        float[] done = spread.actions(actions);
        Prediction first = models.predict(from, may, done, each, chance);
        // Line 11: r_j = Σ_t R̂_m, here of errors, so that less is better.
        float[] sums = errors.of(from, done, first);
        Prediction last = first;
        for (int step = 1; step < reach.length(); step++) {
            from = last.states();
            may = last.legal();
            done = shape.kind().draw(policy.describe(from, each, samples), may, chance);
            last = models.predict(from, may, done, each, chance);
            float[] more = errors.of(from, done, last);
            for (int row = 0; row < sums.length; row++) {
                sums[row] += more[row];
            }
        }
        // Line 12: the first step of the best.
        return Prediction.gathered(shape, List.of(first), new int[actions.length], chosen(sums, batch));
    }

    /**
     * Rows of the candidates with the smallest sum over the agents that count, the first of equals.
     *
     * @param sums of predicted errors [agents][candidates][batch]
     * @return for each agent and sample [agents][batch] its row among {@code sums}
     */
    int[] chosen(float[] sums, int batch) {
        int candidates = reach.candidates();
        int[] rows = new int[shape.agents() * batch];
        for (int agent = 0; agent < shape.agents(); agent++) {
            for (int sample = 0; sample < batch; sample++) {
                int best = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int candidate = 0; candidate < candidates; candidate++) {
                    double sum = 0;
                    for (int other : reach.counted().get(agent)) {
                        sum += sums[(other * candidates + candidate) * batch + sample];
                    }
                    if (sum < least) {
                        least = sum;
                        best = candidate;
                    }
                }
                rows[agent * batch + sample] = (agent * candidates + best) * batch + sample;
            }
        }
        return rows;
    }

    /** Lays each agent's samples out once per candidate: [agents][batch] becomes [agents][candidates][batch]. */
    private record Spread(JointShape shape, int batch, int candidates) {
        float[] states(float[] states) {
            float[] all = new float[states.length * candidates];
            lay(states, all, shape.width());
            return all;
        }

        boolean[] legal(boolean[] legal) {
            boolean[] all = new boolean[legal.length * candidates];
            lay(legal, all, shape.actions());
            return all;
        }

        float[] actions(float[] actions) {
            float[] all = new float[actions.length * candidates];
            lay(actions, all, 1);
            return all;
        }

        private void lay(Object once, Object all, int width) {
            int block = batch * width;
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int candidate = 0; candidate < candidates; candidate++) {
                    System.arraycopy(once, agent * block, all, (agent * candidates + candidate) * block, block);
                }
            }
        }
    }
}

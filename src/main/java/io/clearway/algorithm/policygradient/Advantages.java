package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;

/** Advantages and value targets, equation by equation; all arrays are [agents][capacity] of an experience. */
public final class Advantages {
    private static final float SMALLEST_DEVIATION = 1e-5f;

    private Advantages() {}

    /**
     * Generalized advantage estimates (Schulman et al. 2016, Eq. 16): δ_t = r_t + γ V(s_{t+1}) − V(s_t), A_t = δ_t + γλ
     * A_{t+1}. After a stretch's last step the value of what follows counts, unless the process ended.
     *
     * @param values V_i of the samples
     * @param afterwards V_i after each stretch [agents][stretches]
     */
    public static float[] generalized(
            RolloutBatch experience, float[] values, float[] afterwards, double discount, double lambda) {
        float[] advantages = new float[values.length];
        int stretches = experience.stretches().size();
        for (int agent = 0; agent < experience.shape().agents(); agent++) {
            for (int k = 0; k < stretches; k++) {
                Segment stretch = experience.stretches().get(k);
                double next = stretch.terminated() ? 0 : afterwards[agent * stretches + k];
                double advantage = 0;
                for (int time = stretch.length() - 1; time >= 0; time--) {
                    int at = agent * experience.capacity() + stretch.first() + time;
                    double delta = experience.rewards()[at] + discount * next - values[at];
                    advantage = delta + discount * lambda * advantage;
                    advantages[at] = (float) advantage;
                    next = values[at];
                }
            }
        }
        return advantages;
    }

    /** Value targets that belong to them: R_t = A_t + V(s_t). */
    public static float[] returns(float[] advantages, float[] values) {
        float[] returns = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            returns[i] = advantages[i] + values[i];
        }
        return returns;
    }

    /** Ã_i = (1/n) Σ_{j ∈ N_i^κ} A_j (after Ma et al. 2024, Eq. 4). */
    public static float[] overNeighborhoods(RolloutBatch experience, float[] advantages, NeighborhoodInputs reach) {
        float[] sums = new float[advantages.length];
        int agents = experience.shape().agents();
        int capacity = experience.capacity();
        for (int agent = 0; agent < agents; agent++) {
            for (int member : reach.members(agent)) {
                for (int sample = 0; sample < capacity; sample++) {
                    sums[agent * capacity + sample] += advantages[member * capacity + sample] / agents;
                }
            }
        }
        return sums;
    }

    /** Brings each agent's advantages to mean 0 and deviation 1 over all samples that count, in place. */
    public static void normalize(RolloutBatch experience, float[] advantages) {
        int[] samples = experience.samples();
        for (int agent = 0; agent < experience.shape().agents(); agent++) {
            int offset = agent * experience.capacity();
            double sum = 0;
            double squares = 0;
            for (int sample : samples) {
                double value = advantages[offset + sample];
                sum += value;
                squares += value * value;
            }
            double mean = sum / samples.length;
            double deviation = Math.sqrt(Math.max(0, squares / samples.length - mean * mean));
            for (int sample : samples) {
                advantages[offset + sample] =
                        (float) ((advantages[offset + sample] - mean) / (deviation + SMALLEST_DEVIATION));
            }
        }
    }
}

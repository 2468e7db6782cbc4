package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.neural.AgentTensor;

/** Advantages and value targets, equation by equation, with a row per sample of a batch. */
public final class Advantages {
    private static final float SMALLEST_DEVIATION = 1e-5f;

    private Advantages() {}

    /**
     * Generalized advantage estimates (Schulman et al. 2016, Eq. 16): δ_t = r_t + γ V(s_{t+1}) − V(s_t), A_t = δ_t + γλ
     * A_{t+1}. After a segment's last step the value of what follows counts; where the process ended, that is what
     * staying there is worth, r / (1 − γ), which is 0 after a termination.
     *
     * @param values V_i of the samples
     * @param afterwards V_i after each segment
     */
    public static AgentTensor generalized(
            RolloutBatch rollouts, AgentTensor values, AgentTensor afterwards, double discount, double lambda) {
        AgentTensor advantages = values.zerosLike();
        for (int agent = 0; agent < values.agents(); agent++) {
            for (int k = 0; k < rollouts.segments().size(); k++) {
                Segment segment = rollouts.segments().get(k);
                double next = segment.terminated()
                        ? ofStaying(rollouts.staying().get(agent, k, 0), discount)
                        : afterwards.get(agent, k, 0);
                double advantage = 0;
                for (int time = segment.length() - 1; time >= 0; time--) {
                    int sample = segment.first() + time;
                    float value = values.get(agent, sample, 0);
                    double delta = rollouts.rewards().get(agent, sample, 0) + discount * next - value;
                    advantage = delta + discount * lambda * advantage;
                    advantages.set(agent, sample, 0, (float) advantage);
                    next = value;
                }
            }
        }
        return advantages;
    }

    /** Σ γ^t r over t ≥ 0. */
    private static double ofStaying(double reward, double discount) {
        return reward == 0 ? 0 : reward / (1 - discount);
    }

    /** Value targets that belong to them: R_t = A_t + V(s_t). */
    public static AgentTensor returns(AgentTensor advantages, AgentTensor values) {
        AgentTensor returns = values.zerosLike();
        float[] sums = returns.values();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = advantages.values()[i] + values.values()[i];
        }
        return returns;
    }

    /** Ã_i = (1/n) Σ_{j ∈ N_i^κ} A_j (after Ma et al. 2024, Eq. 4). */
    public static AgentTensor overNeighborhoods(AgentTensor advantages, NeighborhoodInputs reach) {
        AgentTensor sums = advantages.zerosLike();
        float[] summed = sums.values();
        float[] own = advantages.values();
        int agents = advantages.agents();
        for (int agent = 0; agent < agents; agent++) {
            int to = sums.at(agent, 0);
            for (int member : reach.members(agent)) {
                int from = advantages.at(member, 0);
                for (int sample = 0; sample < advantages.rows(); sample++) {
                    summed[to + sample] += own[from + sample] / agents;
                }
            }
        }
        return sums;
    }

    /** Normalizes each agent's advantages to mean 0 and deviation 1 over all samples that count, in place. */
    public static void normalize(RolloutBatch rollouts, AgentTensor advantages) {
        int[] samples = rollouts.samples();
        for (int agent = 0; agent < advantages.agents(); agent++) {
            double sum = 0;
            double squares = 0;
            for (int sample : samples) {
                double value = advantages.get(agent, sample, 0);
                sum += value;
                squares += value * value;
            }
            double mean = sum / samples.length;
            double deviation = Math.sqrt(Math.max(0, squares / samples.length - mean * mean));
            for (int sample : samples) {
                double centered = advantages.get(agent, sample, 0) - mean;
                advantages.set(agent, sample, 0, (float) (centered / (deviation + SMALLEST_DEVIATION)));
            }
        }
    }
}

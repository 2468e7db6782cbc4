package io.clearway.algorithm.experience;

import io.clearway.neural.RunningScale;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The unit that rewards are measured in while learning: the standard deviation of the discounted sums R ← γR + r over
 * all agents and all real play so far. So learning rates and network outputs suit any scenario's rewards; all agents
 * share the unit, because advantages of neighbors are added.
 */
public final class RewardScaler {
    private final double discount;
    private final RunningScale sums = new RunningScale(1);

    /** @param discount γ */
    public RewardScaler(double discount) {
        this.discount = discount;
    }

    /** Adds the rewards of an episode. */
    public void add(EpisodeBuffer episode, int agents) {
        for (int agent = 0; agent < agents; agent++) {
            double[] rewards = new double[episode.length()];
            for (int time = 0; time < rewards.length; time++) {
                rewards[time] = episode.reward(time, agent);
            }
            add(rewards);
        }
    }

    /** Adds one series of rewards, in the order of time. */
    public void add(double[] rewards) {
        float[] sum = new float[1];
        for (double reward : rewards) {
            sum[0] = (float) (discount * sum[0] + reward);
            sums.add(sum, 0);
        }
    }

    /** The unit, above 0. */
    public double get() {
        return sums.deviation(0);
    }

    /** Writes all of it, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        sums.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        sums.readFrom(in);
    }
}

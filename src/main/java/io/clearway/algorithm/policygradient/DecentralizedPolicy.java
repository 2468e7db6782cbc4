package io.clearway.algorithm.policygradient;

import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.ActionDistribution;
import io.clearway.neural.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The policies π_i(a_i | s_{N_i^{κ_π}}) of all agents: masked categorical distributions on the outputs of networks. */
public final class DecentralizedPolicy implements AutoCloseable {
    private final JointShape shape;
    private final NeighborhoodInputs inputs;
    private final AgentFunctions logits;

    /** @param logits from {@code inputs.size()} values to a logit per action; closed with this */
    public DecentralizedPolicy(JointShape shape, NeighborhoodInputs inputs, AgentFunctions logits) {
        this.shape = shape;
        this.inputs = inputs;
        this.logits = logits;
    }

    /**
     * Logits of all agents.
     *
     * @param states [agents][capacity][width]
     * @param samples places in the states
     * @return [agents][samples][actions]
     */
    public float[] logits(float[] states, int capacity, int[] samples) {
        return logits.forward(inputs.gather(states, capacity, samples), samples.length);
    }

    /** Logits for every sample of an experience that counts, at its place [agents][capacity][actions]. */
    public float[] logits(Experience experience, int page) {
        int width = shape.actions();
        float[] all = new float[shape.agents() * experience.capacity() * width];
        Pages.forEach(experience.samples(), page, (samples, first, count) -> {
            float[] part = logits(experience.states(), experience.capacity(), samples);
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int k = 0; k < count; k++) {
                    int to = (agent * experience.capacity() + samples[k]) * width;
                    System.arraycopy(part, (agent * samples.length + k) * width, all, to, width);
                }
            }
        });
        return all;
    }

    /** One optimizer step, given the gradients with respect to the last {@link #logits}. */
    public void learn(float[] gradients, Adam adam) {
        logits.learn(gradients, adam);
    }

    /** The distribution at one row of logits under the mask at one row of masks. */
    public static ActionDistribution distribution(float[] logits, int row, boolean[] legal, int legalRow, int actions) {
        boolean[] mask = Arrays.copyOfRange(legal, legalRow * actions, (legalRow + 1) * actions);
        return ActionDistribution.of(logits, row * actions, mask);
    }

    /** Controllers that draw their actions, as the policies are now. */
    public ControllerSource exploring(Seeds seeds) {
        var acting = new ActingPolicy(inputs, logits.snapshot());
        return seed -> acting.sampling(seeds.generator("exploration", seed));
    }

    /** Controllers that take the most probable legal action, as the policies are now. */
    public ControllerSource greedy() {
        var acting = new ActingPolicy(inputs, logits.snapshot());
        return seed -> acting.greedy();
    }

    /** Writes weights and optimizer memory, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        logits.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        logits.readFrom(in);
    }

    @Override
    public void close() {
        logits.close();
    }
}

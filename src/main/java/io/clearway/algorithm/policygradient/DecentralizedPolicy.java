package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.Minibatches;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The policies π_i(a_i | s_{N_i^{κ_π}}) of all agents: distributions of their actions, described by the outputs of
 * networks and by numbers that are the same in all states, as the {@link ActionKind} says.
 */
public final class DecentralizedPolicy implements AutoCloseable {
    private final JointShape shape;
    private final NeighborhoodInputs inputs;
    private final AgentFunctions functions;
    private final FreeColumns free;

    /** @param functions from {@code inputs.size()} values to the kind's {@code outputs()}; closed with this */
    public DecentralizedPolicy(JointShape shape, NeighborhoodInputs inputs, AgentFunctions functions) {
        this.shape = shape;
        this.inputs = inputs;
        this.functions = functions;
        this.free = new FreeColumns(
                functions.networkOf(), shape.kind().outputs(), shape.kind().free());
    }

    /** What agents choose from. */
    ActionKind kind() {
        return shape.kind();
    }

    /**
     * Descriptions of all agents' distributions.
     *
     * @param states [agents][capacity][width]
     * @param samples places in the states
     * @return [agents][samples][description]
     */
    public float[] describe(float[] states, int capacity, int[] samples) {
        return free.append(functions.forward(inputs.gather(states, capacity, samples), samples.length));
    }

    /** Descriptions for every sample of an experience that counts, at its place [agents][capacity][description]. */
    public float[] describe(RolloutBatch experience, int page) {
        int width = shape.kind().description();
        float[] all = new float[shape.agents() * experience.capacity() * width];
        Minibatches.forEach(experience.samples(), page, (samples, first, count) -> {
            float[] part = describe(experience.states(), experience.capacity(), samples);
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int k = 0; k < count; k++) {
                    int to = (agent * experience.capacity() + samples[k]) * width;
                    System.arraycopy(part, (agent * samples.length + k) * width, all, to, width);
                }
            }
        });
        return all;
    }

    /** One optimizer step, given the gradients with respect to the last {@link #describe}. */
    public void learn(float[] gradients, Adam adam) {
        learnNetworks(gradients, adam);
        free.learn(gradients, adam);
    }

    /** The same for what depends on the state only. */
    void learnNetworks(float[] gradients, Adam adam) {
        functions.learn(free.withoutNumbers(gradients), adam);
    }

    /** Controllers that draw their actions, as the policies are now. */
    public ControllerSource exploring(Seeds seeds) {
        ActingPolicy acting = acting();
        return seed -> acting.sampling(seeds.generator("exploration", seed));
    }

    /** Controllers that take the most probable legal action, or the mean, as the policies are now. */
    public ControllerSource greedy() {
        ActingPolicy acting = acting();
        return seed -> acting.greedy();
    }

    private ActingPolicy acting() {
        return new ActingPolicy(inputs, shape.kind(), functions.snapshot(), free.snapshot());
    }

    /** Writes weights and optimizer memory, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        functions.writeTo(out);
        free.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        functions.readFrom(in);
        free.readFrom(in);
    }

    @Override
    public void close() {
        functions.close();
    }
}

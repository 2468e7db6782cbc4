package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.Minibatches;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.AgentTensor;
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
    private final PolicyFunctions functions;
    private final FreeColumns free;

    /** @param functions to the kind's {@code outputs()}; closed with this */
    public DecentralizedPolicy(JointShape shape, PolicyFunctions functions) {
        this.shape = shape;
        this.functions = functions;
        this.free = new FreeColumns(
                functions.networkOf(), shape.kind().outputs(), shape.kind().free());
    }

    /** What agents choose from. */
    ActionKind kind() {
        return shape.kind();
    }

    /**
     * Descriptions of all agents' distributions, a row per sample.
     *
     * @param states s_i
     * @param samples rows of the states
     */
    public AgentTensor describe(AgentTensor states, int[] samples) {
        return free.append(functions.forward(states, samples));
    }

    /** Descriptions for every sample of the rollouts that counts, each in the sample's row. */
    public AgentTensor describe(RolloutBatch rollouts, int minibatchSize) {
        AgentTensor all = AgentTensor.zeros(
                shape.agents(), rollouts.capacity(), shape.kind().description());
        Minibatches.forEach(rollouts.samples(), minibatchSize, (samples, count) -> {
            AgentTensor part = describe(rollouts.states(), samples);
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int k = 0; k < count; k++) {
                    part.copyRow(agent, k, all, all.at(agent, samples[k]));
                }
            }
        });
        return all;
    }

    /** One optimizer step, given the gradients with respect to the last {@link #describe}. */
    public void learn(AgentTensor gradients, Adam adam) {
        learnNetworks(gradients, adam);
        free.learn(gradients, adam);
    }

    /** The same for what depends on the state only. */
    void learnNetworks(AgentTensor gradients, Adam adam) {
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
        return new ActingPolicy(shape.kind(), functions.snapshot(), free.snapshot());
    }

    /** The optimizer forgets all gradients; the policies stay. */
    void resetOptimizer() {
        functions.resetOptimizer();
        free.resetOptimizer();
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

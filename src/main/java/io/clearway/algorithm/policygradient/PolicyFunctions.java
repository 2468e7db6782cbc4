package io.clearway.algorithm.policygradient;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Learned functions from what agents observe to what describes their distributions, but for numbers that are the same
 * in all states. Owns native memory until closed.
 */
public interface PolicyFunctions extends AutoCloseable {
    /** Number of the network that each agent uses, counted over all of them. */
    int[] networkOf();

    /**
     * Outputs of all agents, a row per sample; keeps what {@link #learn} needs.
     *
     * @param states s_i
     * @param samples rows of the states
     */
    AgentTensor forward(AgentTensor states, int[] samples);

    /**
     * One step of the optimizer.
     *
     * @param gradients of each agent's loss with respect to the last forward's outputs; a shared network's loss is the
     *     mean over its agents
     */
    void learn(AgentTensor gradients, Adam adam);

    /** Of each agent: maps the local observations of all to its outputs, as it is now; for any number of threads. */
    List<Function<float[][], float[]>> snapshot();

    /** The optimizer forgets all gradients; weights stay. */
    void resetOptimizer();

    /** Writes weights and optimizer memory, exactly. */
    void writeTo(DataOutput out) throws IOException;

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException;

    @Override
    void close();
}

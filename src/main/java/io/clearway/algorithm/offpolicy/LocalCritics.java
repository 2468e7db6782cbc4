package io.clearway.algorithm.offpolicy;

import io.clearway.neural.AgentNetworks;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The critics Q^{φ^i}(s, a^i) of all agents and their target networks. A critic reads the global state and its own
 * agent's action; the others are part of the environment.
 */
final class LocalCritics implements AutoCloseable {
    private final AgentNetworks networks;
    private final AgentNetworks targets;
    private final int stateSize;

    /**
     * @param networks from a state and an action to one value; closed with this
     * @param targets the same shape; take over the networks' weights; closed with this
     */
    LocalCritics(AgentNetworks networks, AgentNetworks targets) {
        this.networks = networks;
        this.targets = targets;
        this.stateSize = networks.shape().inputs() - 1;
        targets.copyFrom(networks);
    }

    /** Q^i [agents][batch] of states [agents][batch][size] and actions [agents][batch]. */
    float[] values(float[] states, float[] actions, int batch) {
        return networks.forward(inputs(states, actions), batch);
    }

    /** The same by the target networks. */
    float[] targetValues(float[] states, float[] actions, int batch) {
        return targets.forward(inputs(states, actions), batch);
    }

    private float[] inputs(float[] states, float[] actions) {
        float[] inputs = new float[states.length + actions.length];
        for (int row = 0; row < actions.length; row++) {
            System.arraycopy(states, row * stateSize, inputs, row * (stateSize + 1), stateSize);
            inputs[row * (stateSize + 1) + stateSize] = actions[row];
        }
        return inputs;
    }

    /** ∂Q^i / ∂a^i [agents][batch], where {@link #values} was last asked. */
    float[] slopes(int rows) {
        float[] ones = new float[rows];
        Arrays.fill(ones, 1);
        float[] byInput = networks.backward(ones, true);
        float[] slopes = new float[rows];
        for (int row = 0; row < rows; row++) {
            slopes[row] = byInput[row * (stateSize + 1) + stateSize];
        }
        return slopes;
    }

    /** One step of the optimizer, given the gradients with respect to the last {@link #values}. */
    void learn(float[] gradients, Adam adam) {
        networks.backward(gradients, false);
        networks.step(adam);
    }

    /** φ̂ ← (1 − ε) φ̂ + ε φ. */
    void followWithTargets(double rate) {
        targets.moveToward(networks, rate);
    }

    /** Writes weights and optimizer memory, exactly. */
    void writeTo(DataOutput out) throws IOException {
        networks.writeTo(out);
        targets.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException {
        networks.readFrom(in);
        targets.readFrom(in);
    }

    @Override
    public void close() {
        networks.close();
        targets.close();
    }
}

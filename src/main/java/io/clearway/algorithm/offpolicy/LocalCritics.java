package io.clearway.algorithm.offpolicy;

import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
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
     * @param stateSize values of a state
     * @param networks from a state and an action to one value; closed with this
     * @param targets the same shape; take over the networks' weights; closed with this
     */
    LocalCritics(int stateSize, AgentNetworks networks, AgentNetworks targets) {
        this.networks = networks;
        this.targets = targets;
        this.stateSize = stateSize;
        targets.copyFrom(networks);
    }

    /** Q^i of global states and actions, a row each. */
    AgentTensor values(AgentTensor states, AgentTensor actions) {
        return networks.forward(AgentTensor.concat(states, actions));
    }

    /** The same by the target networks. */
    AgentTensor targetValues(AgentTensor states, AgentTensor actions) {
        return targets.forward(AgentTensor.concat(states, actions));
    }

    /**
     * ∂Q^i / ∂a^i at the inputs of the last call of {@link #values}.
     *
     * @param values what it returned
     */
    AgentTensor slopes(AgentTensor values) {
        AgentTensor ones = values.zerosLike();
        Arrays.fill(ones.values(), 1);
        return networks.backwardToInputs(ones)
                .columns(stateSize, networks.shape().inputs() - stateSize);
    }

    /** One step of the optimizer, given the gradients with respect to the last {@link #values}. */
    void learn(AgentTensor gradients, Adam adam) {
        networks.backward(gradients);
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

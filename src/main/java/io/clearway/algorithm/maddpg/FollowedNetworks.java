package io.clearway.algorithm.maddpg;

import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Networks of all agents, and target networks that follow them slowly. */
final class FollowedNetworks implements AutoCloseable {
    private final AgentNetworks networks;
    private final AgentNetworks targets;

    /**
     * @param networks that learn; closed with this
     * @param targets the same shape; take over the networks' weights; closed with this
     */
    FollowedNetworks(AgentNetworks networks, AgentNetworks targets) {
        this.networks = networks;
        this.targets = targets;
        targets.copyFrom(networks);
    }

    /** Outputs of the networks. */
    AgentTensor outputs(AgentTensor inputs) {
        return networks.forward(inputs);
    }

    /** Outputs of the target networks. */
    AgentTensor targetOutputs(AgentTensor inputs) {
        return targets.forward(inputs);
    }

    /**
     * The derivative of each single output by its inputs, at those of the last {@link #outputs}.
     *
     * @param outputs what that returned, one number a row
     */
    AgentTensor slopes(AgentTensor outputs) {
        AgentTensor ones = outputs.zerosLike();
        Arrays.fill(ones.values(), 1);
        return networks.backwardToInputs(ones);
    }

    /** One step of the optimizer, given the gradients with respect to the last {@link #outputs}. */
    void learn(AgentTensor gradients, Adam adam) {
        networks.backward(gradients);
        networks.step(adam);
    }

    /** θ′ ← τ θ + (1 − τ) θ′. */
    void followWithTargets(double rate) {
        targets.moveToward(networks, rate);
    }

    /** The networks frozen for acting. */
    ActingNetworks snapshot() {
        return networks.snapshot();
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

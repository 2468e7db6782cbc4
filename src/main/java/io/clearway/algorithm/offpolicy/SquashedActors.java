package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** The policies π_θ^i of all agents: networks from the global state to μ and to what gives σ (Eq. 59). */
final class SquashedActors implements AutoCloseable {
    private final AgentNetworks networks;
    private final Descriptions descriptions;

    /** @param networks with as many outputs as the descriptions say; closed with this */
    SquashedActors(AgentNetworks networks, Descriptions descriptions) {
        this.networks = networks;
        this.descriptions = descriptions;
    }

    /**
     * What outputs of a network mean: μ of every number, and after them z, which {@link DeviationRange} maps to σ.
     *
     * @param ranges what agents choose
     * @param range of σ
     */
    record Descriptions(ActionRanges ranges, DeviationRange range) {
        /** Outputs of a network. */
        int outputs() {
            return 2 * ranges.width();
        }

        SquashedPolicy policy(int agent, float[] outputs, int at) {
            int width = ranges.width();
            return new SquashedPolicy(IntStream.range(0, ranges.numbers(agent))
                    .mapToObj(i -> new SquashedGaussian(outputs[at + i], range.logDeviation(outputs[at + width + i])))
                    .toList());
        }
    }

    /** Values that are kept of an action of any agent. */
    int numbers() {
        return descriptions.ranges().width();
    }

    /** Outputs for global states, a row each. */
    AgentTensor outputs(AgentTensor states) {
        return networks.forward(states);
    }

    /** An agent's policy at a row of outputs. */
    SquashedPolicy policy(AgentTensor outputs, int agent, int row) {
        return descriptions.policy(agent, outputs.values(), outputs.at(agent, row));
    }

    /**
     * Writes the gradient of a loss by an agent's row of outputs, given that by μ and log σ of each number.
     *
     * @param factor of the gradient
     * @param outputs and gradients: values of the agent's row, from a place on
     */
    void backward(List<SquashedGaussian.Gradient> gradient, double factor, float[] outputs, float[] gradients, int at) {
        int width = numbers();
        for (int i = 0; i < gradient.size(); i++) {
            double slope = descriptions.range().slope(outputs[at + width + i]);
            gradients[at + i] = (float) (factor * gradient.get(i).byMean());
            gradients[at + width + i] = (float) (factor * gradient.get(i).byLogDeviation() * slope);
        }
    }

    /** One step of the optimizer, given the gradients with respect to the last outputs. */
    void learn(AgentTensor gradients, Adam adam) {
        networks.backward(gradients);
        networks.step(adam);
    }

    /** Policies frozen for acting, for any number of threads. */
    Acting snapshot() {
        return new Acting(networks.snapshot(), descriptions);
    }

    /**
     * Policies as they were.
     *
     * @param networks of all agents
     * @param descriptions what their outputs mean
     */
    record Acting(ActingNetworks networks, Descriptions descriptions) {
        SquashedPolicy policy(int agent, float[] state) {
            return descriptions.policy(agent, networks.outputs(agent, state), 0);
        }
    }

    /** Writes weights and optimizer memory, exactly. */
    void writeTo(DataOutput out) throws IOException {
        networks.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException {
        networks.readFrom(in);
    }

    @Override
    public void close() {
        networks.close();
    }
}

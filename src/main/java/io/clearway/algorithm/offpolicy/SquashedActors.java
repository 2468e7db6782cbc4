package io.clearway.algorithm.offpolicy;

import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The policies π_θ^i of all agents: networks from the global state to μ and to what gives σ (Eq. 59). */
final class SquashedActors implements AutoCloseable {
    /** Outputs of a network: μ, then z, which {@link DeviationRange} maps to σ. */
    static final int OUTPUTS = 2;

    private final AgentNetworks networks;
    private final DeviationRange range;

    /** @param networks closed with this */
    SquashedActors(AgentNetworks networks, DeviationRange range) {
        this.networks = networks;
        this.range = range;
    }

    /** Outputs for global states, a row each. */
    AgentTensor outputs(AgentTensor states) {
        return networks.forward(states);
    }

    /** An agent's policy at a row of outputs. */
    SquashedGaussian policy(AgentTensor outputs, int agent, int row) {
        return policy(range, outputs.get(agent, row, 0), outputs.get(agent, row, 1));
    }

    private static SquashedGaussian policy(DeviationRange range, float mean, float z) {
        return new SquashedGaussian(mean, range.logDeviation(z));
    }

    /** Writes the gradient of a loss by an agent's row of outputs, given that by μ and log σ; both times a factor. */
    void backward(
            SquashedGaussian.Gradient gradient,
            double factor,
            AgentTensor outputs,
            AgentTensor gradients,
            int agent,
            int row) {
        double slope = range.slope(outputs.get(agent, row, 1));
        gradients.set(agent, row, 0, (float) (factor * gradient.byMean()));
        gradients.set(agent, row, 1, (float) (factor * gradient.byLogDeviation() * slope));
    }

    /** One step of the optimizer, given the gradients with respect to the last outputs. */
    void learn(AgentTensor gradients, Adam adam) {
        networks.backward(gradients);
        networks.step(adam);
    }

    /** Policies frozen for acting, for any number of threads. */
    Acting snapshot() {
        return new Acting(networks.snapshot(), range);
    }

    /**
     * Policies as they were.
     *
     * @param networks of all agents
     * @param range of σ
     */
    record Acting(ActingNetworks networks, DeviationRange range) {
        SquashedGaussian policy(int agent, float[] state) {
            float[] outputs = networks.outputs(agent, state);
            return SquashedActors.policy(range, outputs[0], outputs[1]);
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

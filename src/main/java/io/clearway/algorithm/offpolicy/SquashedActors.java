package io.clearway.algorithm.offpolicy;

import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
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

    /** Outputs [agents][batch][2] for states [agents][batch][size]. */
    float[] outputs(float[] states, int batch) {
        return networks.forward(states, batch);
    }

    /** The policy at a row of outputs. */
    SquashedGaussian policy(float[] outputs, int row) {
        return policy(range, outputs, row);
    }

    private static SquashedGaussian policy(DeviationRange range, float[] outputs, int row) {
        return new SquashedGaussian(outputs[row * OUTPUTS], range.logDeviation(outputs[row * OUTPUTS + 1]));
    }

    /** One gradient of a loss by a row of outputs, given that by μ and log σ; both times a factor. */
    void backward(SquashedGaussian.Gradient gradient, double factor, float[] outputs, float[] gradients, int row) {
        double slope = range.slope(outputs[row * OUTPUTS + 1]);
        gradients[row * OUTPUTS] = (float) (factor * gradient.byMean());
        gradients[row * OUTPUTS + 1] = (float) (factor * gradient.byLogDeviation() * slope);
    }

    /** One step of the optimizer, given the gradients with respect to the last outputs. */
    void learn(float[] gradients, Adam adam) {
        networks.backward(gradients, false);
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
            return SquashedActors.policy(range, networks.outputs(agent, state), 0);
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

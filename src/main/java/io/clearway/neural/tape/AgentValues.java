package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;
import org.jspecify.annotations.Nullable;

/** Values of all agents on a {@link Tape}, and in time the gradient of a loss with respect to them. */
public final class AgentValues {
    private final AgentTensor tensor;
    private final boolean learned;
    private @Nullable AgentTensor gradient;

    AgentValues(AgentTensor tensor, boolean learned) {
        this.tensor = tensor;
        this.learned = learned;
    }

    /** The values themselves, shared: read-only. */
    public AgentTensor tensor() {
        return tensor;
    }

    /** Rows per agent. */
    public int rows() {
        return tensor.rows();
    }

    /** Values per row. */
    public int width() {
        return tensor.width();
    }

    /** The numbers of {@link #tensor}. */
    float[] values() {
        return tensor.values();
    }

    /** Adds the gradient of a loss with respect to these values, before the tape goes backward. */
    public void addGradient(AgentTensor more) {
        more.require("a gradient", tensor.agents(), tensor.rows(), tensor.width());
        addGradient(more.values());
    }

    void addGradient(float[] more) {
        float[] sum = gradient();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    /** Whether they depend on weights, so that a gradient is propagated. */
    boolean learned() {
        return learned;
    }

    /** The gradient so far. */
    AgentTensor gradientTensor() {
        AgentTensor present = gradient;
        if (present == null) {
            present = tensor.zerosLike();
            gradient = present;
        }
        return present;
    }

    /** Its numbers, to be added to. */
    float[] gradient() {
        return gradientTensor().values();
    }

    /** Whether nothing of a loss has come here. */
    boolean untouched() {
        return gradient == null;
    }
}

package io.clearway.neural;

import io.clearway.neural.tape.Tape;
import org.jspecify.annotations.Nullable;

/**
 * Values of all agents on a {@link Tape}, [agents][rows][width], and in time the gradient of a loss with respect to
 * them.
 */
public final class AgentValues {
    private final int rows;
    private final int width;
    private final float[] values;
    private final boolean learned;
    private float @Nullable [] gradient;

    public AgentValues(int rows, int width, float[] values, boolean learned) {
        this.rows = rows;
        this.width = width;
        this.values = values;
        this.learned = learned;
    }

    /** Rows per agent. */
    public int rows() {
        return rows;
    }

    /** Values per row. */
    public int width() {
        return width;
    }

    /** The values themselves, shared: read-only. */
    public float[] values() {
        return values;
    }

    /** Adds the gradient of a loss with respect to these values, before the tape goes backward. */
    public void addGradient(float[] more) {
        if (more.length != values.length) {
            throw new IllegalArgumentException(
                    "%d gradients do not fit %d values".formatted(more.length, values.length));
        }
        float[] sum = gradient();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    /** Whether weights had a part in them, so that a gradient leads on. */
    public boolean learned() {
        return learned;
    }

    /** The gradient so far, to be added to. */
    public float[] gradient() {
        float[] present = gradient;
        if (present == null) {
            present = new float[values.length];
            gradient = present;
        }
        return present;
    }

    /** Whether nothing of a loss has come here. */
    public boolean untouched() {
        return gradient == null;
    }
}

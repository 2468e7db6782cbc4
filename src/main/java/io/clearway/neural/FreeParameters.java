package io.clearway.neural;

import io.clearway.neural.optimizer.Adam;
import io.clearway.neural.optimizer.AdamMoments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Numbers of several agents that are learned as they are, without a network, such as a logarithm of a deviation: [rows]
 * [values]. On heap. Used by one thread at a time.
 */
public final class FreeParameters {
    private final float[][] values;
    private final AdamMoments[] moments;
    private long steps;

    /** @param start values of every row at the beginning */
    public FreeParameters(int rows, float[] start) {
        values = new float[rows][];
        moments = new AdamMoments[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = start.clone();
            moments[row] = new AdamMoments(start.length);
        }
    }

    /** Copies a row to a place in another array. */
    public void copyTo(int row, float[] to, int at) {
        System.arraycopy(values[row], 0, to, at, values[row].length);
    }

    /** Takes over the values of others of the same sizes. */
    public void copyFrom(FreeParameters other) {
        for (int row = 0; row < values.length; row++) {
            other.copyTo(row, values[row], 0);
        }
    }

    /**
     * One step of Adam, each row clipped by its own norm.
     *
     * @param gradients [rows][values], scaled in place when clipped
     */
    public void step(float[][] gradients, Adam adam) {
        steps++;
        for (int row = 0; row < values.length; row++) {
            moments[row].step(adam, steps, values[row], gradients[row]);
        }
    }

    /** The optimizer forgets all gradients and steps; values stay. */
    public void resetOptimizer() {
        steps = 0;
        for (AdamMoments row : moments) {
            row.reset();
        }
    }

    /** Writes values and optimizer memory, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(steps);
        for (int row = 0; row < values.length; row++) {
            NetworkFormat.write(out, values[row]);
            NetworkFormat.write(out, moments[row].first());
            NetworkFormat.write(out, moments[row].second());
        }
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        steps = in.readLong();
        for (int row = 0; row < values.length; row++) {
            NetworkFormat.read(in, values[row]);
            NetworkFormat.read(in, moments[row].first());
            NetworkFormat.read(in, moments[row].second());
        }
    }
}

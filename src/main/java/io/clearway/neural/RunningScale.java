package io.clearway.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Running mean and standard deviation of each feature (Welford 1962), to normalize features to zero mean and unit
 * deviation.
 */
public final class RunningScale {
    /** Deviations below this count as none: such a feature is only centered. */
    private static final double SMALLEST_DEVIATION = 1e-6;

    private final double[] means;
    private final double[] squares;
    private long count;

    /** @param features how many; 1 or more */
    public RunningScale(int features) {
        if (features < 1) {
            throw new IllegalArgumentException("%d features cannot be scaled; give 1 or more".formatted(features));
        }
        means = new double[features];
        squares = new double[features];
    }

    /** Samples seen. */
    public long count() {
        return count;
    }

    /** Adds one sample, which begins at an index of the array. */
    public void add(float[] values, int at) {
        count++;
        for (int i = 0; i < means.length; i++) {
            double before = values[at + i] - means[i];
            means[i] += before / (double) count;
            squares[i] += before * (values[at + i] - means[i]);
        }
    }

    /** Mean of a feature, 0 before any sample. */
    public double mean(int feature) {
        return means[feature];
    }

    /** Standard deviation of a feature over all samples (population), 1 when it never varied. */
    public double deviation(int feature) {
        double deviation = count == 0 ? 0 : Math.sqrt(squares[feature] / (double) count);
        return deviation < SMALLEST_DEVIATION ? 1 : deviation;
    }

    /** Scales one sample in place, each feature kept within ±limit. */
    public void scale(float[] values, int at, double limit) {
        for (int i = 0; i < means.length; i++) {
            double scaled = (values[at + i] - means[i]) / deviation(i);
            values[at + i] = (float) Math.max(-limit, Math.min(limit, scaled));
        }
    }

    /** An independent copy, which later samples do not change. */
    public RunningScale copy() {
        RunningScale copy = new RunningScale(means.length);
        System.arraycopy(means, 0, copy.means, 0, means.length);
        System.arraycopy(squares, 0, copy.squares, 0, squares.length);
        copy.count = count;
        return copy;
    }

    /** Writes everything, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(means.length);
        out.writeLong(count);
        for (int i = 0; i < means.length; i++) {
            out.writeDouble(means[i]);
            out.writeDouble(squares[i]);
        }
    }

    /**
     * Takes over what {@link #writeTo} wrote.
     *
     * @throws IOException when it is damaged or of another number of features
     */
    public void readFrom(DataInput in) throws IOException {
        int features = in.readInt();
        if (features != means.length) {
            throw new IOException("A scale of %d features does not fit one of %d".formatted(features, means.length));
        }
        count = in.readLong();
        for (int i = 0; i < means.length; i++) {
            means[i] = in.readDouble();
            squares[i] = in.readDouble();
        }
    }

    @Override
    public String toString() {
        return "RunningScale[count=%d, means=%s]".formatted(count, Arrays.toString(means));
    }
}

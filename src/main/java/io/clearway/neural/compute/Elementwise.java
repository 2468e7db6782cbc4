package io.clearway.neural.compute;

import java.util.Arrays;

/**
 * Elementwise operations between the matrix products: biases, activations and their derivatives. Native rows are worked
 * on in heap blocks that fit the first cache, in plain loops over whole arrays, which the JIT vectorizes.
 */
public final class Elementwise {
    private static final int BLOCK = 2048;
    private static final int SIGN_BIT = Integer.SIZE - 1;

    /** Beyond it the tangent is ±1 in floats. */
    private static final float TANH_LIMIT = 7.905311f;
    // Coefficients by their power: P of the numerator, Q of the denominator.
    private static final float P13 = -2.7607684E-16f;
    private static final float P11 = 2.000188E-13f;
    private static final float P9 = -8.604672E-11f;
    private static final float P7 = 5.1222973E-8f;
    private static final float P5 = 1.48572235E-5f;
    private static final float P3 = 6.3726195E-4f;
    private static final float P1 = 4.8935246E-3f;
    private static final float Q6 = 1.1982584E-6f;
    private static final float Q4 = 1.1853471E-4f;
    private static final float Q2 = 2.2684347E-3f;
    private static final float Q0 = 4.893525E-3f;

    private Elementwise() {}

    /** units ← activation(units + bias), for rows of one network. */
    public static void activate(NativeMatrix units, int at, int rows, float[] bias, Activation activation) {
        int width = bias.length;
        int rowsAtOnce = rowsAtOnce(rows, width);
        float[] biases = tiled(bias, rowsAtOnce);
        float[] block = new float[biases.length];
        for (int row = 0; row < rows; row += rowsAtOnce) {
            int length = Math.min(rowsAtOnce, rows - row) * width;
            units.read(at + row * width, block, 0, length);
            if (activation == Activation.RELU) {
                addAndRectify(block, biases);
            } else {
                add(block, biases);
                apply(activation, block);
            }
            units.write(at + row * width, block, 0, length);
        }
    }

    /** deltas ← deltas · activation′ for a range, given the activations' own values. */
    public static void derive(NativeMatrix deltas, NativeMatrix units, int at, int length, Activation activation) {
        switch (activation) {
            case RELU -> deriveRelu(deltas, units, at, length);
            case TANH -> deriveTanh(deltas, units, at, length);
            case IDENTITY -> {}
        }
    }

    private static void deriveTanh(NativeMatrix deltas, NativeMatrix units, int at, int length) {
        float[] block = new float[Math.min(length, BLOCK)];
        float[] values = new float[block.length];
        for (int done = 0; done < length; done += block.length) {
            int now = Math.min(block.length, length - done);
            deltas.read(at + done, block, 0, now);
            units.read(at + done, values, 0, now);
            for (int i = 0; i < block.length; i++) {
                block[i] *= 1 - values[i] * values[i];
            }
            deltas.write(at + done, block, 0, now);
        }
    }

    /** On bits, since the JIT vectorizes no choice: a value is +0 or above, so only for 0 is (bits − 1) negative. */
    private static void deriveRelu(NativeMatrix deltas, NativeMatrix units, int at, int length) {
        int[] block = new int[Math.min(length, BLOCK)];
        int[] values = new int[block.length];
        for (int done = 0; done < length; done += block.length) {
            int now = Math.min(block.length, length - done);
            deltas.readBits(at + done, block, now);
            units.readBits(at + done, values, now);
            for (int i = 0; i < block.length; i++) {
                block[i] &= ~((values[i] - 1) >> SIGN_BIT);
            }
            deltas.writeBits(at + done, block, now);
        }
    }

    /** Sum of the rows of one network: from deltas, the gradient of the biases. */
    public static float[] sumOfRows(NativeMatrix deltas, int at, int rows, int width) {
        int rowsAtOnce = rowsAtOnce(rows, width);
        float[] block = new float[rowsAtOnce * width];
        float[] sums = new float[block.length];
        for (int row = 0; row < rows; row += rowsAtOnce) {
            int length = Math.min(rowsAtOnce, rows - row) * width;
            deltas.read(at + row * width, block, 0, length);
            Arrays.fill(block, length, block.length, 0);
            add(sums, block);
        }
        return folded(sums, width);
    }

    private static int rowsAtOnce(int rows, int width) {
        return Math.max(1, Math.min(rows, BLOCK / width));
    }

    /** Hyperbolic tangent within 5e-7, as a ratio of polynomials (the one of the Eigen library, float precision). */
    public static float tanh(float of) {
        float x = Math.max(-TANH_LIMIT, Math.min(TANH_LIMIT, of));
        float s = x * x;
        float p = P13;
        p = p * s + P11;
        p = p * s + P9;
        p = p * s + P7;
        p = p * s + P5;
        p = p * s + P3;
        p = p * s + P1;
        float q = Q6;
        q = q * s + Q4;
        q = q * s + Q2;
        q = q * s + Q0;
        return x * p / q;
    }

    public static void apply(Activation activation, float[] values) {
        switch (activation) {
            case RELU -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.max(values[i], 0f);
                }
            }
            case TANH -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = tanh(values[i]);
                }
            }
            case IDENTITY -> {}
        }
    }

    private static void addAndRectify(float[] to, float[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.max(to[i] + more[i], 0f);
        }
    }

    private static void add(float[] to, float[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }

    private static float[] tiled(float[] row, int times) {
        float[] all = new float[row.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(row, 0, all, i * row.length, row.length);
        }
        return all;
    }

    private static float[] folded(float[] tiles, int width) {
        float[] row = Arrays.copyOf(tiles, width);
        for (int i = width; i < tiles.length; i++) {
            row[i % width] += tiles[i];
        }
        return row;
    }
}

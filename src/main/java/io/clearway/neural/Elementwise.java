package io.clearway.neural;

import java.util.Arrays;

/**
 * What happens to single values between the matrix products: biases, activations and their derivatives. Native rows are
 * worked on in heap blocks that fit the first cache, in plain loops over whole arrays, which the JIT vectorizes.
 */
final class Elementwise {
    private static final int BLOCK = 2048;

    private Elementwise() {}

    /** units ← activation(units + bias), for rows of one network. */
    static void activate(NativeMatrix units, int at, int rows, float[] bias, Activation activation) {
        int width = bias.length;
        int rowsAtOnce = Math.max(1, Math.min(rows, BLOCK / width));
        float[] biases = tiled(bias, rowsAtOnce);
        float[] block = new float[biases.length];
        for (int row = 0; row < rows; row += rowsAtOnce) {
            int length = Math.min(rowsAtOnce, rows - row) * width;
            units.read(at + row * width, block, 0, length);
            add(block, biases);
            apply(activation, block);
            units.write(at + row * width, block, 0, length);
        }
    }

    /**
     * deltas ← deltas · activation′, for rows of one network, given the activations' own values.
     *
     * @return sum of the new deltas over the rows: the gradient of the biases
     */
    static float[] deactivate(NativeMatrix deltas, NativeMatrix units, int at, Rows rows, Activation activation) {
        int width = rows.width();
        int rowsAtOnce = Math.max(1, Math.min(rows.count(), BLOCK / width));
        float[] block = new float[rowsAtOnce * width];
        float[] values = new float[block.length];
        float[] sums = new float[block.length];
        for (int row = 0; row < rows.count(); row += rowsAtOnce) {
            int length = Math.min(rowsAtOnce, rows.count() - row) * width;
            deltas.read(at + row * width, block, 0, length);
            if (activation != Activation.IDENTITY) {
                units.read(at + row * width, values, 0, length);
                derive(activation, block, values);
                deltas.write(at + row * width, block, 0, length);
            }
            Arrays.fill(block, length, block.length, 0);
            add(sums, block);
        }
        return folded(sums, width);
    }

    /** @param width values in a row */
    record Rows(int count, int width) {}

    /** Hyperbolic tangent within 5e-7, as a ratio of polynomials (the one of the Eigen library, float precision). */
    static float tanh(float of) {
        float x = Math.max(-7.905311f, Math.min(7.905311f, of));
        float s = x * x;
        float p = -2.7607684E-16f;
        p = p * s + 2.000188E-13f;
        p = p * s + -8.604672E-11f;
        p = p * s + 5.1222973E-8f;
        p = p * s + 1.48572235E-5f;
        p = p * s + 6.3726195E-4f;
        p = p * s + 4.8935246E-3f;
        float q = 1.1982584E-6f;
        q = q * s + 1.1853471E-4f;
        q = q * s + 2.2684347E-3f;
        q = q * s + 4.893525E-3f;
        return x * p / q;
    }

    static void apply(Activation activation, float[] values) {
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

    private static void derive(Activation activation, float[] deltas, float[] values) {
        if (activation == Activation.RELU) {
            for (int i = 0; i < deltas.length; i++) {
                deltas[i] = values[i] > 0 ? deltas[i] : 0;
            }
        } else {
            for (int i = 0; i < deltas.length; i++) {
                deltas[i] *= 1 - values[i] * values[i];
            }
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

package io.clearway.neural;

import io.clearway.neural.compute.Activation;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * First weights of a network: orthogonal (Saxe, McClelland, Ganguli 2014), as usual for policy gradients, biases 0. Our
 * own rather than DL4J's, because that draws from one generator of the whole JVM: a second learner in it would change
 * the weights.
 */
public final class Initialization {
    /** Sets apart the seeds of networks: 2⁶⁴ over the golden ratio, so that they spread evenly. */
    public static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** Keeps the variance of what goes through tanh, as PyTorch's calculate_gain has it. */
    private static final double TANH_GAIN = 5.0 / 3;
    /** A vector shorter than this depends on those before it. */
    private static final double SHORTEST = 1e-9;

    private static final int SUMS = 4;

    private Initialization() {}

    /** @param outputScale gain of the last layer; the others get what keeps their activation's variance */
    static float[] orthogonal(PerceptronShape shape, double outputScale, long seed, int network) {
        RandomGenerator chance = new SplittableRandom(seed + STRIDE * (network + 1));
        float[] parameters = new float[shape.parameters()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            boolean last = layer == shape.layers() - 1;
            double gain = last ? outputScale : gain(shape.hidden());
            fill(parameters, shape, layer, gain, chance);
        }
        return parameters;
    }

    /** Orthogonal weights of one layer, row-major [inputs][outputs], times a gain. */
    public static float[] orthogonal(int inputs, int outputs, double gain, RandomGenerator chance) {
        boolean wide = inputs >= outputs;
        double[][] basis = orthonormal(Math.min(inputs, outputs), Math.max(inputs, outputs), chance);
        float[] weights = new float[inputs * outputs];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                weights[i * outputs + o] = (float) (gain * (wide ? basis[o][i] : basis[i][o]));
            }
        }
        return weights;
    }

    private static double gain(Activation activation) {
        return switch (activation) {
            case RELU -> Math.sqrt(2);
            case TANH -> TANH_GAIN;
            case IDENTITY -> 1;
        };
    }

    private static void fill(
            float[] parameters, PerceptronShape shape, int layer, double gain, RandomGenerator chance) {
        int in = shape.fanIn(layer);
        int out = shape.fanOut(layer);
        boolean wide = in >= out;
        double[][] basis = orthonormal(Math.min(in, out), Math.max(in, out), chance);
        int at = shape.weightsAt(layer);
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                parameters[at + o * in + i] = (float) (gain * (wide ? basis[o][i] : basis[i][o]));
            }
        }
    }

    /** Gram-Schmidt, each vector orthogonalized twice for precision. */
    private static double[][] orthonormal(int vectors, int length, RandomGenerator chance) {
        double[][] basis = new double[vectors][length];
        for (int k = 0; k < vectors; k++) {
            do {
                for (int i = 0; i < length; i++) {
                    basis[k][i] = chance.nextGaussian();
                }
                clean(basis, k);
                clean(basis, k);
            } while (!normalize(basis[k]));
        }
        return basis;
    }

    private static void clean(double[][] basis, int k) {
        for (int before = 0; before < k; before++) {
            double along = dot(basis[k], basis[before]);
            for (int i = 0; i < basis[k].length; i++) {
                basis[k][i] -= along * basis[before][i];
            }
        }
    }

    private static boolean normalize(double[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        if (norm < SHORTEST) {
            return false;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
        return true;
    }

    /** Four sums in turn, so that an addition need not wait for the one before. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = a.length - a.length % SUMS;
        for (int i = 0; i < whole; i += SUMS) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + SUMS - 1] * b[i + SUMS - 1];
        }
        for (int i = whole; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}

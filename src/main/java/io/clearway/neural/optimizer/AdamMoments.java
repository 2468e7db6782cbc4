package io.clearway.neural.optimizer;

import java.util.Arrays;

/** Adam's memory of one network, on heap: first and second moments of the gradient. */
public final class AdamMoments {
    /**
     * Adding and taking this away again flushes denormals, which are slow and carry no information, and rounds no other
     * value.
     */
    static final float FLUSH = 1e-30f;

    private static final int SUMS = 4;

    private final float[] first;
    private final float[] second;

    public AdamMoments(int parameters) {
        first = new float[parameters];
        second = new float[parameters];
    }

    public float[] first() {
        return first;
    }

    public float[] second() {
        return second;
    }

    /** Forgets all gradients, as before the first step. */
    public void reset() {
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
    }

    /**
     * One step of one network.
     *
     * @param step number of this step, from 1
     * @param gradient scaled in place when clipped
     */
    public void step(Adam adam, long step, float[] parameters, float[] gradient) {
        clip(gradient, adam.maxGradientNorm());
        double correction1 = 1 - Math.pow(adam.beta1(), (double) step);
        double correction2 = Math.sqrt(1 - Math.pow(adam.beta2(), (double) step));
        float rate = (float) (adam.learningRate() * correction2 / correction1);
        float epsilon = (float) (adam.epsilon() * correction2);
        moments(gradient, first, (float) adam.beta1());
        squares(gradient, second, (float) adam.beta2());
        move(parameters, first, second, rate, epsilon);
    }

    // Three plain loops rather than one: each is what the JIT turns into vector instructions.
    private static void moments(float[] gradient, float[] first, float beta) {
        float fresh = 1 - beta;
        for (int i = 0; i < first.length; i++) {
            first[i] = (beta * first[i] + fresh * gradient[i] + FLUSH) - FLUSH;
        }
    }

    private static void squares(float[] gradient, float[] second, float beta) {
        float fresh = 1 - beta;
        for (int i = 0; i < second.length; i++) {
            second[i] = (beta * second[i] + fresh * (gradient[i] * gradient[i]) + FLUSH) - FLUSH;
        }
    }

    private static void move(float[] parameters, float[] first, float[] second, float rate, float epsilon) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + epsilon);
        }
    }

    private static void clip(float[] gradient, double limit) {
        double norm = norm(gradient);
        if (!Double.isFinite(norm)) {
            throw new ArithmeticException(("The gradient's norm is %s; a smaller learning rate, gradient clipping or "
                            + "scaled inputs may prevent that")
                    .formatted(norm));
        }
        if (norm > limit) {
            float scale = (float) (limit / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= scale;
            }
        }
    }

    /** Four sums in turn, so that an addition need not wait for the one before. */
    public static double norm(float[] gradient) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = gradient.length - gradient.length % SUMS;
        for (int i = 0; i < whole; i += SUMS) {
            a += (double) gradient[i] * gradient[i];
            b += (double) gradient[i + 1] * gradient[i + 1];
            c += (double) gradient[i + 2] * gradient[i + 2];
            d += (double) gradient[i + SUMS - 1] * gradient[i + SUMS - 1];
        }
        for (int i = whole; i < gradient.length; i++) {
            a += (double) gradient[i] * gradient[i];
        }
        return Math.sqrt((a + b) + (c + d));
    }
}

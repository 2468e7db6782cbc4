package io.clearway.neural.optimizer;

/**
 * Settings of the optimizer Adam (Kingma and Ba 2015, Algorithm 1).
 *
 * @param learningRate step size α, above 0
 * @param beta1 decay of the first moment, 0 to below 1
 * @param beta2 decay of the second moment, 0 to below 1
 * @param epsilon added to the root of the second moment, above 0
 * @param maxGradientNorm a network's gradient is scaled down to this Euclidean norm; infinite for no clipping
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, double maxGradientNorm) {
    private static final double PAPER_BETA1 = 0.9;
    private static final double PAPER_BETA2 = 0.999;
    private static final double PAPER_EPSILON = 1e-8;

    public Adam {
        require(learningRate > 0 && Double.isFinite(learningRate), "learningRate", learningRate, "above 0");
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "from 0 to below 1");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "from 0 to below 1");
        require(epsilon > 0 && Double.isFinite(epsilon), "epsilon", epsilon, "above 0");
        require(maxGradientNorm > 0, "maxGradientNorm", maxGradientNorm, "above 0");
    }

    /** The paper's decays and epsilon, without clipping. */
    public static Adam of(double learningRate) {
        return new Adam(learningRate, PAPER_BETA1, PAPER_BETA2, PAPER_EPSILON, Double.POSITIVE_INFINITY);
    }

    /** The same with clipping. */
    public Adam clippedTo(double gradientNorm) {
        return new Adam(learningRate, beta1, beta2, epsilon, gradientNorm);
    }

    /** The same with another step size. */
    public Adam at(double rate) {
        return new Adam(rate, beta1, beta2, epsilon, maxGradientNorm);
    }

    private static void require(boolean holds, String field, double given, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("Adam's %s %s cannot be used; give %s".formatted(field, given, allowed));
        }
    }
}

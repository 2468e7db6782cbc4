package io.clearway.neural.optimizer;

/**
 * Settings of the optimizer RMSProp (Tieleman and Hinton 2012, Lecture 6.5): a step is the gradient over the root of
 * its running mean square.
 *
 * @param learningRate step size, above 0
 * @param decay α of the running mean square, 0 to below 1
 * @param epsilon added to its root, above 0
 * @param maxGradientNorm a gradient is scaled down to this Euclidean norm; infinite for no clipping
 */
public record RmsProp(double learningRate, double decay, double epsilon, double maxGradientNorm) {
    public RmsProp {
        require(learningRate > 0 && Double.isFinite(learningRate), "learningRate", learningRate, "above 0");
        require(decay >= 0 && decay < 1, "decay", decay, "from 0 to below 1");
        require(epsilon > 0 && Double.isFinite(epsilon), "epsilon", epsilon, "above 0");
        require(maxGradientNorm > 0, "maxGradientNorm", maxGradientNorm, "above 0");
    }

    /**
     * One step.
     *
     * @param gradient its values are multiplied by {@code scale}
     * @param squares running mean squares, moved along
     */
    public void step(float[] parameters, float[] gradient, double scale, float[] squares) {
        float factor = (float) scale;
        float old = (float) decay;
        float fresh = 1 - old;
        for (int i = 0; i < squares.length; i++) {
            float g = factor * gradient[i];
            squares[i] = (old * squares[i] + fresh * (g * g) + AdamMoments.FLUSH) - AdamMoments.FLUSH;
        }
        float rate = (float) (learningRate * scale);
        float smallest = (float) epsilon;
        for (int i = 0; i < squares.length; i++) {
            parameters[i] -= rate * gradient[i] / ((float) Math.sqrt(squares[i]) + smallest);
        }
    }

    private static void require(boolean holds, String field, double given, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "RMSProp's %s %s cannot be used; give %s".formatted(field, given, allowed));
        }
    }
}

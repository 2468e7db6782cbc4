package io.clearway.algorithm.offpolicy;

import io.clearway.neural.distribution.Gaussian;
import java.util.Arrays;

/**
 * A squashed Gaussian policy in one state (Li and Jia, Eq. 59): a = tanh(u), u = μ + σ ξ with ξ ~ N(0, 1). Actions lie
 * in (−1, 1).
 *
 * @param mean μ
 * @param logDeviation log σ
 */
record SquashedGaussian(double mean, double logDeviation) {
    /** Beyond it tanh(u) cannot be distinguished from its bound in a stored action. */
    private static final double FARTHEST = 8;

    /** u of some noise ξ. */
    double before(double noise) {
        return mean + Math.exp(logDeviation) * noise;
    }

    /** a = tanh(u). */
    static double squash(double before) {
        return Math.tanh(Math.max(-FARTHEST, Math.min(FARTHEST, before)));
    }

    /** u of an action, the inverse of {@link #squash}. */
    static double unsquash(double action) {
        double limit = Math.tanh(FARTHEST);
        double within = Math.max(-limit, Math.min(limit, action));
        return 0.5 * (Math.log1p(within) - Math.log1p(-within));
    }

    /** The same for all numbers of every agent. */
    static double[][] unsquash(double[][] actions) {
        return Arrays.stream(actions)
                .map(numbers ->
                        Arrays.stream(numbers).map(SquashedGaussian::unsquash).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Log density of u under N(μ, σ²). Ratios of policies need no more: what squashing does to the density is the same
     * for all of them.
     */
    double logDensity(double before) {
        return Gaussian.logDensity(before, mean, logDeviation);
    }

    /** log π(a), the density of the action a = tanh(u): log N(u) − log(1 − a²). */
    double logPolicy(double before) {
        // log(1 − tanh²(u)) = 2 (log 2 − |u| − log(1 + e^(−2|u|))), without cancellation
        double far = Math.abs(before);
        return logDensity(before) - 2 * (Math.log(2) - far - Math.log1p(Math.exp(-2 * far)));
    }

    /** The derivative of a loss by μ and by log σ. */
    record Gradient(double byMean, double byLogDeviation) {}

    /**
     * Gradient of α log π(ã) − Q(s, ã) at ã = f(ξ, s), through ã and directly (Eq. 61, with the entropy's share).
     *
     * @param noise ξ
     * @param slope ∂Q / ∂ã
     * @param entropyWeight α
     */
    Gradient gradient(double noise, double slope, double entropyWeight) {
        double action = Math.tanh(before(noise));
        double byBefore = -slope * (1 - action * action) + entropyWeight * 2 * action;
        double deviation = Math.exp(logDeviation);
        return new Gradient(byBefore, byBefore * deviation * noise - entropyWeight);
    }
}

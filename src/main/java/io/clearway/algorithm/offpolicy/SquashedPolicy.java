package io.clearway.algorithm.offpolicy;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The policy of an agent in one state: independent squashed Gaussians over the real numbers that it chooses.
 *
 * @param numbers of the agent, in order
 */
record SquashedPolicy(List<SquashedGaussian> numbers) {
    SquashedPolicy {
        numbers = List.copyOf(numbers);
    }

    /** u of every number, the noise ξ of one after the other. */
    double[] before(DoubleSupplier noise) {
        return before(DoubleStream.generate(noise).limit(numbers.size()).toArray());
    }

    /** u of every number, given the noise ξ of each. */
    double[] before(double[] noise) {
        double[] before = new double[numbers.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = numbers.get(i).before(noise[i]);
        }
        return before;
    }

    /**
     * Gradient of α log π(ã) − Q(s, ã) at ã = f(ξ, s), for each number.
     *
     * @param noise ξ
     * @param slopes ∂Q / ∂ã
     * @param entropyWeight α
     */
    List<SquashedGaussian.Gradient> gradient(double[] noise, float[] slopes, double entropyWeight) {
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> numbers.get(i).gradient(noise[i], slopes[i], entropyWeight))
                .toList();
    }

    /** Log density of u. */
    double logDensity(double[] before) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += numbers.get(i).logDensity(before[i]);
        }
        return sum;
    }

    /** log π(a), the density of the action a = tanh(u). */
    double logPolicy(double[] before) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += numbers.get(i).logPolicy(before[i]);
        }
        return sum;
    }
}

package io.clearway.neural.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class GaussianTest {
    private static final float ACTION = 1.7f;

    private final Gaussian normal = new Gaussian(0.5f, -0.25f);

    @Test
    void densityAndEntropyAreThoseOfTheTextbook() {
        assertThat(new Gaussian(0, 0).logDensity(0)).isCloseTo(-0.918939, within(1e-6));
        assertThat(new Gaussian(1, (float) Math.log(2)).logDensity(3)).isCloseTo(-2.112086, within(1e-6));
        assertThat(new Gaussian(7, 0).entropy()).isCloseTo(1.418939, within(1e-6));
        assertThat(new Gaussian(7, (float) Math.log(2)).entropy()).isCloseTo(2.112086, within(1e-6));
    }

    @Test
    void theDensityIntegratesToOneAndItsMeanLogarithmIsTheEntropy() {
        double whole = 0;
        double entropy = 0;
        for (double action = -8; action < 9; action += 1e-3) {
            double logarithm = normal.logDensity((float) action);
            whole += 1e-3 * Math.exp(logarithm);
            entropy -= 1e-3 * Math.exp(logarithm) * logarithm;
        }
        assertThat(whole).isCloseTo(1, within(1e-5));
        assertThat(entropy).isCloseTo(normal.entropy(), within(1e-4));
    }

    @Test
    void divergenceIsTheIntegralOfItsDefinitionAndZeroFromItself() {
        Gaussian other = new Gaussian(-0.3f, 0.4f);
        double integral = 0;
        for (double action = -8; action < 9; action += 1e-3) {
            double logarithm = normal.logDensity((float) action);
            integral += 1e-3 * Math.exp(logarithm) * (logarithm - other.logDensity((float) action));
        }
        assertThat(normal.divergence(other)).isCloseTo(integral, within(1e-4));
        assertThat(normal.divergence(normal)).isZero();
    }

    @Test
    void samplesHaveMeanAndDeviation() {
        SplittableRandom chance = new SplittableRandom(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            double drawn = normal.sample(chance);
            sum += drawn / 100_000;
            squares += drawn * drawn / 100_000;
        }
        assertThat(sum).isCloseTo(0.5, within(0.01));
        assertThat(Math.sqrt(squares - sum * sum)).isCloseTo(Math.exp(-0.25), within(0.01));
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        assertGradient(
                new double[] {normal.byMean(ACTION, 2), normal.byLogDeviation(ACTION, 2)},
                distribution -> 2 * distribution.logDensity(ACTION));
    }

    private void assertGradient(double[] gradient, ToDoubleFunction<Gaussian> of) {
        float width = 1f / 256;
        double alongMean = of.applyAsDouble(new Gaussian(0.5f + width, -0.25f))
                - of.applyAsDouble(new Gaussian(0.5f - width, -0.25f));
        double alongDeviation = of.applyAsDouble(new Gaussian(0.5f, -0.25f + width))
                - of.applyAsDouble(new Gaussian(0.5f, -0.25f - width));
        assertThat(gradient[0]).isCloseTo(alongMean / (2 * width), within(1e-3));
        assertThat(gradient[1]).isCloseTo(alongDeviation / (2 * width), within(1e-3));
    }

    @Test
    void whatCannotBeADistributionIsRefused() {
        assertThatThrownBy(() -> new Gaussian(Float.NaN, 0)).hasMessageContaining("Mean NaN");
    }
}

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
        assertThat(new Gaussian(0, 0).logProbability(0)).isCloseTo(-0.918939, within(1e-6));
        assertThat(new Gaussian(1, (float) Math.log(2)).logProbability(3)).isCloseTo(-2.112086, within(1e-6));
        assertThat(new Gaussian(7, 0).entropy()).isCloseTo(1.418939, within(1e-6));
        assertThat(new Gaussian(7, (float) Math.log(2)).entropy()).isCloseTo(2.112086, within(1e-6));
    }

    @Test
    void theDensityIntegratesToOneAndItsMeanLogarithmIsTheEntropy() {
        double whole = 0;
        double entropy = 0;
        for (double action = -8; action < 9; action += 1e-3) {
            double logarithm = normal.logProbability((float) action);
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
            double logarithm = normal.logProbability((float) action);
            integral += 1e-3 * Math.exp(logarithm) * (logarithm - other.logProbability((float) action));
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
        assertThat(normal.greedy()).isEqualTo(0.5f);
        assertThat(normal.certain(0.5f)).isFalse();
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        float[] logProbability = new float[3];
        normal.addLogProbabilityGradient(ACTION, 2, logProbability, 1);
        assertGradient(logProbability, distribution -> 2 * distribution.logProbability(ACTION));
        float[] entropy = new float[3];
        normal.addEntropyGradient(2, entropy, 1);
        assertGradient(entropy, distribution -> 2 * distribution.entropy());
    }

    private void assertGradient(float[] gradient, ToDoubleFunction<Gaussian> of) {
        float width = 1f / 256;
        double alongMean = of.applyAsDouble(new Gaussian(0.5f + width, -0.25f))
                - of.applyAsDouble(new Gaussian(0.5f - width, -0.25f));
        double alongDeviation = of.applyAsDouble(new Gaussian(0.5f, -0.25f + width))
                - of.applyAsDouble(new Gaussian(0.5f, -0.25f - width));
        assertThat(gradient[0]).isZero();
        assertThat((double) gradient[1]).isCloseTo(alongMean / (2 * width), within(1e-3));
        assertThat((double) gradient[2]).isCloseTo(alongDeviation / (2 * width), within(1e-3));
    }

    @Test
    void whatCannotBeADistributionIsRefused() {
        assertThatThrownBy(() -> new Gaussian(Float.NaN, 0)).hasMessageContaining("Mean NaN");
        assertThatThrownBy(() -> normal.divergence(Categorical.of(new float[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

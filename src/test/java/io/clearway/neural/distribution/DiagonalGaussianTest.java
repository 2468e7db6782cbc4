package io.clearway.neural.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DiagonalGaussianTest {
    private static final float[] DESCRIPTION = {9, 0.5f, -1, -0.25f, 0.1f};
    private static final float[] ACTIONS = {8, 1.7f, -0.4f};

    private final DiagonalGaussian normal = DiagonalGaussian.of(DESCRIPTION, 1, 2, 2);
    private final Gaussian first = new Gaussian(0.5f, -0.25f);
    private final Gaussian second = new Gaussian(-1, 0.1f);

    @Test
    void numbersAreIndependent() {
        assertThat(normal.logProbability(ACTIONS, 1))
                .isCloseTo(first.logDensity(1.7f) + second.logDensity(-0.4f), within(1e-12));
        assertThat(normal.entropy()).isCloseTo(first.entropy() + second.entropy(), within(1e-12));
        var other = DiagonalGaussian.of(new float[] {0, 0, 0, 0}, 0, 2, 2);
        var standard = new Gaussian(0, 0);
        assertThat(normal.divergence(other))
                .isCloseTo(first.divergence(standard) + second.divergence(standard), within(1e-12));
        assertThat(normal.divergence(normal)).isZero();
    }

    @Test
    void samplesAndMeansAreWrittenToTheirPlace() {
        float[] drawn = new float[4];
        normal.sample(new SplittableRandom(3), drawn, 1);
        var chance = new SplittableRandom(3);
        assertThat(drawn).containsExactly(0, first.sample(chance), second.sample(chance), 0);
        normal.greedy(drawn, 2);
        assertThat(drawn[2]).isEqualTo(0.5f);
        assertThat(drawn[3]).isEqualTo(-1);
        assertThat(normal.certain(ACTIONS, 1)).isFalse();
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        float[] logProbability = new float[5];
        normal.addLogProbabilityGradient(ACTIONS, 1, 2, logProbability, 1);
        assertGradient(logProbability, distribution -> 2 * distribution.logProbability(ACTIONS, 1));
        float[] entropy = new float[5];
        normal.addEntropyGradient(2, entropy, 1);
        assertGradient(entropy, distribution -> 2 * distribution.entropy());
    }

    private static void assertGradient(float[] gradient, ToDoubleFunction<DiagonalGaussian> of) {
        float width = 1f / 256;
        assertThat(gradient[0]).isZero();
        for (int i = 1; i < DESCRIPTION.length; i++) {
            float[] above = DESCRIPTION.clone();
            float[] below = DESCRIPTION.clone();
            above[i] += width;
            below[i] -= width;
            double slope = (of.applyAsDouble(DiagonalGaussian.of(above, 1, 2, 2))
                            - of.applyAsDouble(DiagonalGaussian.of(below, 1, 2, 2)))
                    / (2 * width);
            assertThat((double) gradient[i]).isCloseTo(slope, within(1e-3));
        }
    }

    @Test
    void otherDistributionsHaveNoDivergence() {
        assertThatThrownBy(() -> normal.divergence(Categorical.of(new float[1])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> normal.divergence(DiagonalGaussian.of(DESCRIPTION, 0, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.clearway.neural.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamMomentsTest {
    /**
     * By hand, α = 0.1: g₁ = 0.5 gives m̂ = 0.5, v̂ = 0.25, so −0.1. g₂ = −1 gives m = 0.045 − 0.1 = −0.055, m̂ =
     * −0.055 / 0.19 = −0.2894737; v = 0.00024975 + 0.001 = 0.00124975, v̂ = 0.00124975 / 0.001999 = 0.6251876; so +0.1
     * · 0.2894737 / 0.7906881 = +0.0366103.
     */
    @Test
    void twoStepsEqualTheHandComputedOnes() {
        AdamMoments moments = new AdamMoments(1);
        float[] parameters = {1};
        moments.step(Adam.of(0.1), 1, parameters, new float[] {0.5f});
        assertThat(parameters[0]).isCloseTo(0.9f, within(1e-6f));
        moments.step(Adam.of(0.1), 2, parameters, new float[] {-1});
        assertThat(parameters[0]).isCloseTo(0.9366103f, within(1e-6f));
    }

    @Test
    void aGradientAboveTheNormIsScaledDownToItAndOneBelowIsLeftAlone() {
        float[] gradient = {3, 0, 4, 0, 0};
        new AdamMoments(5).step(Adam.of(0.1).clippedTo(1), 1, new float[5], gradient);
        assertThat(gradient).containsExactly(new float[] {0.6f, 0, 0.8f, 0, 0}, within(1e-7f));
        float[] small = {0.3f, 0, 0.4f, 0, 0};
        new AdamMoments(5).step(Adam.of(0.1).clippedTo(1), 1, new float[5], small);
        assertThat(small).containsExactly(0.3f, 0, 0.4f, 0, 0);
    }

    @Test
    void theNormOfAnyLengthIsEuclidean() {
        for (int length = 1; length < 10; length++) {
            float[] ones = new float[length];
            java.util.Arrays.fill(ones, 1);
            assertThat(AdamMoments.norm(ones)).isCloseTo(Math.sqrt(length), within(1e-12));
        }
    }

    @Test
    void momentsOfADeadUnitNeverBecomeDenormal() {
        AdamMoments moments = new AdamMoments(1);
        float[] parameters = {1};
        moments.step(Adam.of(0.1), 1, parameters, new float[] {1e-15f});
        for (int step = 2; step < 3000; step++) {
            moments.step(Adam.of(0.1), step, parameters, new float[] {0});
            assertThat(moments.first()[0]).isGreaterThan(Float.MIN_NORMAL).isLessThan(1e-15f);
            assertThat(moments.second()[0]).isGreaterThan(Float.MIN_NORMAL).isLessThan(1e-30f);
        }
    }

    @Test
    void aGradientThatIsNotFiniteIsRefusedAndMovesNothing() {
        AdamMoments moments = new AdamMoments(2);
        float[] parameters = {1, 2};
        assertThatThrownBy(() -> moments.step(Adam.of(0.1), 1, parameters, new float[] {Float.NaN, 1}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("norm is NaN");
        assertThat(parameters).containsExactly(1, 2);
        assertThat(moments.first()).containsExactly(0, 0);
    }

    @Test
    void settingsOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> Adam.of(0)).hasMessageContaining("learningRate 0.0");
        assertThatThrownBy(() -> new Adam(1, 1, 0.9, 1e-8, 1)).hasMessageContaining("beta1 1.0");
        assertThatThrownBy(() -> Adam.of(1).clippedTo(Double.NaN)).hasMessageContaining("maxGradientNorm NaN");
    }
}

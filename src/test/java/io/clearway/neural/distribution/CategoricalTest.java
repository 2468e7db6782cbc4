package io.clearway.neural.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CategoricalTest {
    private static final float[] LOGITS = {9, 0.5f, 80, -1, 2};
    private static final int AT = 1;
    private static final boolean[] LEGAL = {true, false, true, true};

    private final Categorical masked = Categorical.of(LOGITS, AT, LEGAL);

    @Test
    void illegalActionsHaveProbabilityZeroAndTheOthersSumToOne() {
        assertThat(masked.actions()).isEqualTo(4);
        assertThat(masked.probability(1)).isZero();
        assertThat(masked.logProbability(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        double sum = Math.exp(0.5) + Math.exp(-1) + Math.exp(2);
        assertThat(masked.probability(0)).isCloseTo((float) (Math.exp(0.5) / sum), within(1e-7f));
        assertThat(masked.logProbability(3)).isCloseTo(2 - Math.log(sum), within(1e-6));
        assertThat(masked.greedy()).isEqualTo(3);
    }

    @Test
    void entropyOfEqualLegalActionsIsTheLogarithmOfTheirNumber() {
        assertThat(Categorical.of(new float[] {3, 3, 3, 50}, 0, new boolean[] {true, true, true, false})
                        .entropy())
                .isCloseTo(Math.log(3), within(1e-6));
        assertThat(Categorical.of(new float[] {7}).entropy()).isZero();
    }

    @Test
    void samplesFollowTheProbabilitiesAndAreNeverIllegal() {
        SplittableRandom chance = new SplittableRandom(1);
        int[] drawn = new int[4];
        for (int i = 0; i < 100_000; i++) {
            drawn[masked.sample(chance)]++;
        }
        assertThat(drawn[1]).isZero();
        for (int action = 0; action < 4; action++) {
            assertThat(drawn[action] / 100_000f).isCloseTo(masked.probability(action), within(0.006f));
        }
    }

    @Test
    void gradientsEqualFiniteDifferencesAndAreZeroForIllegalActions() {
        float[] logProbability = new float[5];
        masked.addLogProbabilityGradient(new float[] {2}, 0, 1, logProbability, AT);
        assertGradient(logProbability, distribution -> distribution.logProbability(new float[] {2}, 0));
        float[] entropy = new float[5];
        masked.addEntropyGradient(1, entropy, AT);
        assertGradient(entropy, ActionDistribution::entropy);
        assertThat(logProbability[AT + 1]).isZero();
        assertThat(entropy[AT + 1]).isZero();
    }

    @Test
    void gradientsAreAddedToWhatIsThereAndScaled() {
        float[] once = new float[5];
        masked.addEntropyGradient(1, once, AT);
        float[] twiceMore = once.clone();
        masked.addEntropyGradient(2, twiceMore, AT);
        for (int i = 0; i < 5; i++) {
            assertThat(twiceMore[i]).isCloseTo(3 * once[i], within(1e-6f));
        }
    }

    @Test
    void divergenceIsTheMeanLogarithmOfTheRatioAndZeroFromItself() {
        Categorical other = Categorical.of(new float[] {0, 0, 0, 0}, 0, LEGAL);
        double expected = 0;
        for (int action : new int[] {0, 2, 3}) {
            expected += masked.probability(action) * (masked.logProbability(action) + Math.log(3));
        }
        assertThat(masked.divergence(other)).isCloseTo(expected, within(1e-6)).isPositive();
        assertThat(masked.divergence(masked)).isZero();
    }

    @Test
    void onlyAnActionWithAllTheProbabilityIsCertain() {
        assertThat(masked.certain(new float[] {3}, 0)).isFalse();
        assertThat(Categorical.of(new float[] {7, 9}, 0, new boolean[] {true, false})
                        .certain(new float[] {0}, 0))
                .isTrue();
    }

    @Test
    void extremeLogitsStayFinite() {
        Categorical extreme = Categorical.of(new float[] {1e30f, -1e30f});
        assertThat(extreme.probability(0)).isEqualTo(1);
        assertThat(extreme.probability(1)).isZero();
        assertThat(extreme.entropy()).isZero();
        float[] gradients = new float[2];
        extreme.addLogProbabilityGradient(new float[] {1}, 0, 1, gradients, 0);
        extreme.addEntropyGradient(1, gradients, 0);
        assertThat(gradients).containsExactly(-1, 1);
    }

    @Test
    void whatCannotBeADistributionIsRefused() {
        assertThatThrownBy(() -> Categorical.of(new float[2], 0, new boolean[2]))
                .hasMessageContaining("None of 2 actions");
        assertThatThrownBy(() -> Categorical.of(new float[] {1, Float.NaN}))
                .hasMessageContaining("Logit NaN of action 1");
        assertThatThrownBy(() -> masked.addLogProbabilityGradient(new float[] {1}, 0, 1, new float[5], AT))
                .hasMessageContaining("Action 1 is illegal");
    }

    private static void assertGradient(float[] gradient, ToDoubleFunction<ActionDistribution> of) {
        float width = 1f / 64;
        for (int action = 0; action < 4; action++) {
            float[] above = LOGITS.clone();
            float[] below = LOGITS.clone();
            above[AT + action] += width;
            below[AT + action] -= width;
            double difference = of.applyAsDouble(Categorical.of(above, AT, LEGAL))
                    - of.applyAsDouble(Categorical.of(below, AT, LEGAL));
            assertThat((double) gradient[AT + action]).isCloseTo(difference / (2 * width), within(1e-4));
        }
    }
}

package io.clearway.algorithm.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquashedGaussianTest {
    private static final DeviationRange RANGE = DeviationRange.between(0.1, 2.5);

    @Test
    void anActionCanBeTurnedBack() {
        for (double before = -7.9; before < 8; before += 0.1) {
            double action = SquashedGaussian.squash(before);
            assertThat(action).isBetween(-1.0, 1.0);
            assertThat(SquashedGaussian.unsquash(action)).isCloseTo(before, within(1e-8));
        }
        assertThat(SquashedGaussian.unsquash(1)).isCloseTo(8, within(1e-6));
    }

    @Test
    void theDensityOfActionsIntegratesToOne() {
        var policy = new SquashedGaussian(0.4, Math.log(0.7));
        double sum = 0;
        int cells = 20_000;
        for (int cell = 0; cell < cells; cell++) {
            double action = -1 + 2 * (cell + 0.5) / cells;
            sum += Math.exp(policy.logPolicy(SquashedGaussian.unsquash(action))) * 2 / cells;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    /** Standard normal at 0: log(1 / √(2π)) = −0.918939. */
    @Test
    void densitiesByHand() {
        var standard = new SquashedGaussian(0, 0);
        assertThat(standard.logDensity(0)).isCloseTo(-0.918939, within(1e-6));
        assertThat(standard.logDensity(2)).isCloseTo(-2.918939, within(1e-6));
        assertThat(new SquashedGaussian(1, Math.log(0.5)).logDensity(2)).isCloseTo(-2.225791, within(1e-6));
        // 1 − tanh²(1) = 0.419974
        assertThat(standard.logPolicy(1)).isCloseTo(-1.418939 - Math.log(0.419974), within(1e-6));
    }

    @Test
    void squashingCancelsInRatios() {
        var now = new SquashedGaussian(0.3, -0.5);
        var then = new SquashedGaussian(-0.2, -0.1);
        assertThat(now.logPolicy(0.8) - then.logPolicy(0.8))
                .isCloseTo(now.logDensity(0.8) - then.logDensity(0.8), within(1e-12));
    }

    /** Against central differences of α log π(ã) − Q(ã), Q(a) = sin(2a) − a². */
    @ParameterizedTest
    @CsvSource({"0.3, -0.7, 1.1, 0", "0.3, -0.7, 1.1, 0.2", "-1.4, 0.4, -0.6, 0.05", "2.0, -2, 0.1, 0.5"})
    void gradientsAgreeWithFiniteDifferences(double mean, double logDeviation, double noise, double entropyWeight) {
        double action = Math.tanh(new SquashedGaussian(mean, logDeviation).before(noise));
        double slope = 2 * Math.cos(2 * action) - 2 * action;
        var gradient = new SquashedGaussian(mean, logDeviation).gradient(noise, slope, entropyWeight);
        assertThat(gradient.byMean())
                .isCloseTo(derivative(m -> loss(m, logDeviation, noise, entropyWeight), mean), within(1e-6));
        assertThat(gradient.byLogDeviation())
                .isCloseTo(derivative(d -> loss(mean, d, noise, entropyWeight), logDeviation), within(1e-6));
    }

    private static double loss(double mean, double logDeviation, double noise, double entropyWeight) {
        var policy = new SquashedGaussian(mean, logDeviation);
        double before = policy.before(noise);
        double action = Math.tanh(before);
        return entropyWeight * policy.logPolicy(before) - (Math.sin(2 * action) - action * action);
    }

    @Test
    void deviationsStayInTheirRange() {
        assertThat(Math.exp(RANGE.logDeviation(0))).isCloseTo(0.5, within(1e-9));
        assertThat(Math.exp(RANGE.logDeviation(-50))).isCloseTo(0.1, within(1e-9));
        assertThat(Math.exp(RANGE.logDeviation(50))).isCloseTo(2.5, within(1e-9));
        assertThat(RANGE.slope(0.6)).isCloseTo(derivative(RANGE::logDeviation, 0.6), within(1e-6));
    }

    private static double derivative(DoubleUnaryOperator of, double at) {
        double step = 1e-5;
        return (of.applyAsDouble(at + step) - of.applyAsDouble(at - step)) / (2 * step);
    }
}

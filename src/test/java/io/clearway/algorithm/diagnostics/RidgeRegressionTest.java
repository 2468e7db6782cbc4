package io.clearway.algorithm.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
    private static double error(double tiny) {
        var regression = new RidgeRegression(3, 1);
        for (int k = 1; k <= 20; k++) {
            regression.add(new double[] {1, tiny * (k % 2), k}, new double[] {3 * k});
        }
        regression.solve();
        double[] sums = new double[1];
        regression.addErrors(new double[] {1, tiny, 7}, new double[] {21}, sums);
        return sums[0];
    }

    @Test
    void columnsOfNothingHaveNoInfluence() {
        double without = error(0);
        assertThat(without).isLessThan(0.1);
        // the least float, which orders equal preferences
        assertThat(error(Float.MIN_VALUE)).isEqualTo(without);
        assertThat(error(1e-30)).isEqualTo(without);
    }

    @Test
    void smallColumnsAreColumnsLikeOthers() {
        assertThat(error(1e-6)).isCloseTo(error(1), within(1e-6));
    }
}

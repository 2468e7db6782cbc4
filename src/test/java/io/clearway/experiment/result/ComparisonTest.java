package io.clearway.experiment.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.experiment.statistics.Interval;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static String conclusion(double lower, double upper, double adjusted) {
        return new Comparison(
                        "town",
                        "a",
                        "b",
                        new Interval((lower + upper) / 2, lower, upper),
                        new Interval(0.9, 0.8, 1),
                        new Comparison.Test(adjusted / 2, adjusted, true))
                .conclusion(true);
    }

    @Test
    void aDifferenceIsOneWhereBothTestAndIntervalSeeIt() {
        assertThat(conclusion(1, 3, 0.01)).isEqualTo("better");
        assertThat(conclusion(-3, -1, 0.01)).isEqualTo("worse");
        assertThat(conclusion(-1, 3, 0.01)).isEqualTo("not distinguishable");
        assertThat(conclusion(1, 3, 0.06)).isEqualTo("not distinguishable");
        assertThat(conclusion(1, 3, Double.NaN)).isEqualTo("not distinguishable");
    }
}

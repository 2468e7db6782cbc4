package io.clearway.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final double[] ONE_TO_EIGHT = {8, 1, 7, 2, 6, 3, 5, 4};

    @Test
    void theInterquartileMeanLeavesOutAQuarterOnEachSide() {
        assertThat(Aggregates.interquartileMean(List.of(ONE_TO_EIGHT))).isEqualTo((3 + 4 + 5 + 6) / 4.0);
        assertThat(Aggregates.interquartileMean(List.of(new double[] {0, 1, 2, 1000})))
                .isEqualTo(1.5);
    }

    /** As {@code scipy.stats.trim_mean(…, 0.25)}, which rliable uses: of five it leaves out one on each side. */
    @Test
    void aQuarterIsRoundedDown() {
        assertThat(Aggregates.interquartileMean(List.of(new double[] {-90, 1, 2, 3, 500})))
                .isEqualTo(2);
        assertThat(Aggregates.interquartileMean(List.of(new double[] {1, 2, 6})))
                .isEqualTo(3);
    }

    @Test
    void theInterquartileMeanPoolsTheRunsOfAllTasksAndTheMeanAveragesTasks() {
        List<double[]> tasks = List.of(new double[] {0, 0, 0, 4}, new double[] {8, 10, 10, 100});
        assertThat(Aggregates.interquartileMean(tasks)).isEqualTo((0 + 4 + 8 + 10) / 4.0);
        assertThat(Aggregates.mean(tasks)).isEqualTo((1 + 32) / 2.0);
    }

    @Test
    void theProbabilityOfImprovementIsOneForDisjointSamplesAndHalfForEqualOnes() {
        List<double[]> low = List.of(new double[] {1, 2, 3});
        List<double[]> high = List.of(new double[] {4, 5});
        assertThat(Aggregates.probabilityOfImprovement(high, low)).isEqualTo(1);
        assertThat(Aggregates.probabilityOfImprovement(low, high)).isZero();
        assertThat(Aggregates.probabilityOfImprovement(low, low)).isEqualTo(0.5);
    }

    /** Pairs of {1, 3} and {2, 3}: 1<2, 1<3, 3>2, 3=3, so U = 1.5 of 4. */
    @Test
    void aTieCountsHalfAndTasksAreAveraged() {
        List<double[]> first = List.of(new double[] {1, 3}, new double[] {9});
        List<double[]> second = List.of(new double[] {2, 3}, new double[] {0});
        assertThat(Aggregates.probabilityOfImprovement(first, second)).isCloseTo((0.375 + 1) / 2, within(1e-12));
    }

    @Test
    void theShareAboveAThresholdExcludesTheThreshold() {
        assertThat(Aggregates.shareAbove(List.of(ONE_TO_EIGHT), 6)).isEqualTo(0.25);
        assertThat(Aggregates.shareAbove(List.of(ONE_TO_EIGHT), 0)).isEqualTo(1);
    }
}

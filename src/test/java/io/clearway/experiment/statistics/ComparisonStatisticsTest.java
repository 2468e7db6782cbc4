package io.clearway.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The paired t test, Holm's correction and learning curves. */
class ComparisonStatisticsTest {
    /** Example of the procedure: 0.01, 0.04, 0.03, 0.005 become 4·0.005, 3·0.01, 2·0.03, and 0.04 no less than that. */
    @Test
    void holmMultipliesTheSmallestByAllTheNextByOneLess() {
        assertThat(HolmCorrection.adjusted(List.of(0.01, 0.04, 0.03, 0.005)))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.03, 0.06, 0.06, 0.02);
    }

    @Test
    void holmStopsAtOneAndLeavesOutWhatCannotBeTested() {
        double[] adjusted = HolmCorrection.adjusted(List.of(0.6, Double.NaN, 0.7));
        assertThat(adjusted[0]).isEqualTo(1);
        assertThat(adjusted[1]).isNaN();
        assertThat(adjusted[2]).isEqualTo(1);
    }

    private static TaskScores scores(double[]... byRun) {
        return new TaskScores(Arrays.stream(byRun)
                .map(run -> Arrays.stream(run).boxed().toList())
                .toList());
    }

    /** Differences 1, 2, 3: t = 2 / (1/√3) = 3.4641 at 2 degrees of freedom, p = 0.07418. */
    @Test
    void runsAreTestedWhereThereAreSeveral() {
        TaskScores first = scores(new double[] {2, 2}, new double[] {4, 4}, new double[] {4, 6});
        TaskScores second = scores(new double[] {1, 1}, new double[] {1, 3}, new double[] {2, 2});
        PairedTest test = PairedTest.of(List.of(first), List.of(second));
        assertThat(test.overRuns()).isTrue();
        assertThat(test.pValue()).isCloseTo(0.07418, within(1e-5));
    }

    @Test
    void aRuleIsComparedWithEveryRun() {
        TaskScores learned = scores(new double[] {11, 11}, new double[] {12, 12}, new double[] {13, 13});
        TaskScores rule = scores(new double[] {10, 10});
        assertThat(PairedTest.of(List.of(learned), List.of(rule)).pValue()).isCloseTo(0.07418, within(1e-5));
    }

    @Test
    void episodesAreTestedWhereThereIsOneRunOrAllDifferByTheSame() {
        TaskScores rule = scores(new double[] {1, 2, 3});
        TaskScores other = scores(new double[] {0, 0, 0});
        PairedTest single = PairedTest.of(List.of(rule), List.of(other));
        assertThat(single.overRuns()).isFalse();
        assertThat(single.pValue()).isCloseTo(0.07418, within(1e-5));

        TaskScores twice = scores(new double[] {1, 2, 3}, new double[] {1, 2, 3});
        assertThat(PairedTest.of(List.of(twice), List.of(other))).isEqualTo(single);
    }

    /** Of the 2ⁿ signs of n equal differences two are as extreme: 2/4 and 2/16. */
    @Test
    void differencesWithoutSpreadAreAsSureAsTheirNumber() {
        assertThat(PairedTest.of(List.of(scores(new double[] {1, 1})), List.of(scores(new double[] {0, 0})))
                        .pValue())
                .isEqualTo(0.5);
        // equal but for rounding
        TaskScores first = scores(new double[] {0.3, 0.1, 0.7, 1.1});
        TaskScores second = scores(new double[] {0.2, 0.1 - 0.1, 0.6, 1.0});
        assertThat(PairedTest.of(List.of(first), List.of(second)).pValue()).isEqualTo(0.125);
        assertThat(PairedTest.of(List.of(first), List.of(first)).pValue()).isEqualTo(1);
    }

    @Test
    void aSingleEpisodeCannotBeTested() {
        assertThat(PairedTest.of(List.of(scores(new double[] {1})), List.of(scores(new double[] {0})))
                        .pValue())
                .isNaN();
    }

    @Test
    void curvesAreAveragedOverTheDecisionsThatAllHave() {
        Curve one = new Curve(List.of(0.0, 10.0), List.of(0.0, 10.0));
        Curve other = new Curve(List.of(5.0, 20.0), List.of(15.0, 30.0));
        assertThat(Curve.mean(List.of(one, other), 2))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new Curve.Point(5, 10, Math.sqrt(50)), // 5 and 15
                        new Curve.Point(10, 15, Math.sqrt(50))); // 10 and 20
    }

    @Test
    void aCurveIsSmoothedBackward() {
        assertThat(new Curve(List.of(1.0, 2.0, 3.0), List.of(1.0, 3.0, 8.0))
                        .smoothed(2)
                        .values())
                .containsExactly(1.0, 2.0, 5.5);
    }
}

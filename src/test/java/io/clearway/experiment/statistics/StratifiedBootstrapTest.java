package io.clearway.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StratifiedBootstrapTest {
    private static final int REPETITIONS = 4000;
    private final StratifiedBootstrap bootstrap = new StratifiedBootstrap(REPETITIONS, 7);

    private static TaskScores runs(double... scores) {
        List<List<Double>> byRun = new ArrayList<>();
        for (double score : scores) {
            byRun.add(List.of(score));
        }
        return new TaskScores(byRun);
    }

    private static TaskScores noise(RandomGenerator chance, int runs, double mean) {
        double[] scores = new double[runs];
        for (int run = 0; run < runs; run++) {
            scores[run] = mean + chance.nextGaussian();
        }
        return runs(scores);
    }

    /** Two runs of 0 and 1: a repetition has mean 0, ½ or 1 with probability ¼, ½, ¼, so 95 % reaches from 0 to 1. */
    @Test
    void twoRunsGiveTheIntervalOfTheirBinomialDistribution() {
        Interval interval = bootstrap.interval(List.of(runs(0, 1)), Aggregates::mean);
        assertThat(interval).isEqualTo(new Interval(0.5, 0, 1));
    }

    /** The standard error of 30 standard normal runs is 1/√30, whose 95 % interval has a width of 2 · 1.96/√30. */
    @Test
    void theWidthIsThatOfTheNormalDistributionForManyRuns() {
        double widths = 0;
        for (int sample = 0; sample < 40; sample++) {
            TaskScores scores = noise(new SplittableRandom(sample), 30, 0);
            Interval interval = new StratifiedBootstrap(400, sample).interval(List.of(scores), Aggregates::mean);
            widths += (interval.upper() - interval.lower()) / 40;
        }
        assertThat(widths).isCloseTo(2 * 1.96 / Math.sqrt(30), within(0.06));
    }

    @Test
    void theIntervalCoversTheTrueMeanAboutAsOftenAsItSays() {
        int covered = 0;
        for (int sample = 0; sample < 200; sample++) {
            TaskScores scores = noise(new SplittableRandom(1000 + sample), 20, 3);
            Interval interval = new StratifiedBootstrap(400, sample).interval(List.of(scores), Aggregates::mean);
            covered += interval.lower() <= 3 && 3 <= interval.upper() ? 1 : 0;
        }
        assertThat(covered / 200.0).isBetween(0.87, 0.98);
    }

    @Test
    void episodesAreDrawnTooSoThatARuleHasAnInterval() {
        var rule = new TaskScores(List.of(List.of(0.0, 1.0)));
        assertThat(bootstrap.interval(List.of(rule), Aggregates::mean)).isEqualTo(new Interval(0.5, 0, 1));
    }

    /** Traffic that is harder for both cancels in the difference, as the drawn episodes are the same for both. */
    @Test
    void aDifferenceIsPairedByEpisodeAndByRun() {
        var first = new TaskScores(List.of(List.of(10.0, 500.0, -90.0), List.of(20.0, 510.0, -80.0)));
        var second = new TaskScores(List.of(List.of(8.0, 498.0, -92.0), List.of(18.0, 508.0, -82.0)));
        assertThat(bootstrap.difference(List.of(first), List.of(second))).satisfies(interval -> {
            assertThat(interval.estimate()).isCloseTo(2, within(1e-9));
            assertThat(interval.lower()).isCloseTo(2, within(1e-9));
            assertThat(interval.upper()).isCloseTo(2, within(1e-9));
        });
    }

    /** Strata: a task never lends its runs to another, so two constant tasks leave nothing uncertain. */
    @Test
    void tasksAreDrawnApart() {
        List<TaskScores> tasks = List.of(runs(1, 1, 1), runs(100, 100, 100));
        assertThat(bootstrap.interval(tasks, Aggregates::mean)).isEqualTo(new Interval(50.5, 50.5, 50.5));
    }

    @Test
    void disjointSamplesImproveForCertain() {
        assertThat(bootstrap.probabilityOfImprovement(List.of(runs(4, 5, 6)), List.of(runs(1, 2, 3))))
                .isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void aProfileFallsFromOneToZero() {
        List<Interval> profile = bootstrap.profile(List.of(runs(1, 2, 3, 4)), List.of(0.5, 2.5, 4.0));
        assertThat(profile).extracting(Interval::estimate).containsExactly(1.0, 0.5, 0.0);
        assertThat(profile.get(1).lower()).isLessThan(0.5);
        assertThat(profile.get(1).upper()).isGreaterThan(0.5);
        assertThat(profile.get(2)).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        List<TaskScores> tasks = List.of(runs(1, 5, 2, 8, 3));
        assertThat(bootstrap.interval(tasks, Aggregates::interquartileMean))
                .isEqualTo(new StratifiedBootstrap(REPETITIONS, 7).interval(tasks, Aggregates::interquartileMean))
                .isNotEqualTo(new StratifiedBootstrap(30, 8).interval(tasks, Aggregates::interquartileMean));
    }
}

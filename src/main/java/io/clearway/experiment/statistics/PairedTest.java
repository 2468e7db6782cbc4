package io.clearway.experiment.statistics;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * Two-sided t test of paired differences. With two or more runs on one side the differences of the runs are tested, as
 * what is learned differs between training seeds; else, and where all runs differ by the same, those of the episodes.
 * Where these are all the same, too, a t test has no spread to go by, and the p-value is that of a sign-flip test: of
 * the 2ⁿ signs that n differences may have, two are as extreme, so it is 2¹⁻ⁿ.
 *
 * @param pValue probability of a mean difference at least as far from 0 if there were none; NaN where a single
 *     difference was measured
 * @param overRuns whether runs were tested, and not episodes
 */
public record PairedTest(double pValue, boolean overRuns) {
    private static final int FEWEST = 2;
    /** Relative: what rounding makes of equal differences. */
    private static final double ROUNDING = 1e-12;

    /** Tests first − second, averaged over the tasks. */
    public static PairedTest of(List<TaskScores> first, List<TaskScores> second) {
        double[] ofRuns = differences(first, second, TaskScores::runScores);
        return isConstant(ofRuns)
                ? new PairedTest(pValue(differences(first, second, TaskScores::episodeScores)), false)
                : new PairedTest(pValue(ofRuns), true);
    }

    private static double pValue(double[] differences) {
        if (differences.length < FEWEST) {
            return Double.NaN;
        }
        if (isConstant(differences)) {
            return differences[0] == 0 ? 1 : Math.scalb(1.0, 1 - differences.length);
        }
        return new TTest().tTest(0, differences);
    }

    private static boolean isConstant(double[] values) {
        DoubleSummaryStatistics of = Arrays.stream(values).summaryStatistics();
        return of.getMax() - of.getMin() <= ROUNDING * Math.max(Math.abs(of.getMax()), Math.abs(of.getMin()));
    }

    private static double[] differences(
            List<TaskScores> first, List<TaskScores> second, Function<TaskScores, double[]> scores) {
        return minus(
                mean(first.stream().map(scores).toList()),
                mean(second.stream().map(scores).toList()));
    }

    /** One vector as long as the shortest task has measurements. */
    private static double[] mean(List<double[]> tasks) {
        double[] means =
                new double[tasks.stream().mapToInt(task -> task.length).min().orElse(0)];
        for (double[] task : tasks) {
            for (int at = 0; at < means.length; at++) {
                means[at] += task[at] / tasks.size();
            }
        }
        return means;
    }

    /** Where one side has a single run, it is compared with every run of the other. */
    private static double[] minus(double[] first, double[] second) {
        double[] differences = new double[Math.max(first.length, second.length)];
        Arrays.setAll(
                differences, at -> first[Math.min(at, first.length - 1)] - second[Math.min(at, second.length - 1)]);
        return differences;
    }
}

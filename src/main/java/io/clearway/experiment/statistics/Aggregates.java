package io.clearway.experiment.statistics;

import java.util.Arrays;
import java.util.List;

/** One figure for the run scores of all tasks, as in rliable (Agarwal et al. 2021). */
public final class Aggregates {
    private static final int QUARTERS = 4;

    private Aggregates() {}

    /**
     * Interquartile mean: the mean of the runs of all tasks without the lowest and the highest quarter of them. Of
     * fewer than four runs none is left out, so that it is the mean.
     *
     * @param byTask run scores of each task
     */
    public static double interquartileMean(List<double[]> byTask) {
        double[] sorted =
                byTask.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        int cut = sorted.length / QUARTERS;
        return Arrays.stream(sorted, cut, sorted.length - cut).average().orElse(Double.NaN);
    }

    /** Mean over the tasks of the mean over their runs. */
    public static double mean(List<double[]> byTask) {
        return byTask.stream()
                .mapToDouble(runs -> Arrays.stream(runs).average().orElse(Double.NaN))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean over the tasks of the share of their runs that score more than a threshold. */
    static double shareAbove(List<double[]> byTask, double threshold) {
        return byTask.stream()
                .mapToDouble(runs -> (double) Arrays.stream(runs)
                                .filter(score -> score > threshold)
                                .count()
                        / runs.length)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Probability that a run of the first scores more than one of the second on the same task, a tie counting half: the
     * Mann–Whitney statistic over the number of pairs, averaged over the tasks.
     */
    static double probabilityOfImprovement(List<double[]> first, List<double[]> second) {
        double sum = 0;
        for (int task = 0; task < first.size(); task++) {
            sum += shareOfWins(first.get(task), second.get(task));
        }
        return sum / first.size();
    }

    private static double shareOfWins(double[] first, double[] second) {
        double wins = 0;
        for (double one : first) {
            for (double other : second) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / (first.length * second.length);
    }
}

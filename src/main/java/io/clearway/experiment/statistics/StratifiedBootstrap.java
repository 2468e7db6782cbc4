package io.clearway.experiment.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * 95 % intervals by the percentiles of a stratified bootstrap: each repetition draws, for every task on its own, runs
 * and episodes with replacement. rliable draws runs alone; the episodes are drawn too, as traffic differs between
 * evaluation seeds, and all runs are averaged over the same drawn episodes, as all were evaluated on the same traffic.
 *
 * @param repetitions how often to draw, at least 1
 * @param seed of all draws; the same seed gives the same intervals, whatever was computed before
 */
public record StratifiedBootstrap(int repetitions, long seed) {
    private static final double LOWER_PERCENT = 2.5;
    private static final double UPPER_PERCENT = 97.5;

    /** Which runs of two competitors are drawn. */
    private enum Runs {
        INDEPENDENT,
        PAIRED
    }

    /** Interval of a figure of one competitor's run scores by task. */
    public Interval interval(List<TaskScores> tasks, ToDoubleFunction<List<double[]>> figure) {
        RandomGenerator chance = new SplittableRandom(seed);
        return interval(
                figure.applyAsDouble(runScores(tasks)),
                repetition -> figure.applyAsDouble(tasks.stream()
                        .map(task -> task.runScores(draw(task.runs(), chance), draw(task.episodes(), chance)))
                        .toList()));
    }

    /** Probability of improvement of the first over the second, with its interval; the runs are drawn independently. */
    public Interval probabilityOfImprovement(List<TaskScores> first, List<TaskScores> second) {
        return interval(first, second, Runs.INDEPENDENT, Aggregates::probabilityOfImprovement);
    }

    /**
     * Mean over the tasks of first − second, with its interval. Runs are paired by their order where both have as many,
     * episodes always.
     */
    public Interval difference(List<TaskScores> first, List<TaskScores> second) {
        return interval(first, second, Runs.PAIRED, (one, other) -> Aggregates.mean(one) - Aggregates.mean(other));
    }

    /**
     * Performance profile: for each threshold the share of runs that score more, with its interval (pointwise).
     *
     * @return in the order of the thresholds
     */
    public List<Interval> profile(List<TaskScores> tasks, List<Double> thresholds) {
        return thresholds.stream()
                .map(threshold -> interval(tasks, runs -> Aggregates.shareAbove(runs, threshold)))
                .toList();
    }

    private Interval interval(
            List<TaskScores> first,
            List<TaskScores> second,
            Runs pairing,
            ToDoubleBiFunction<List<double[]>, List<double[]>> figure) {
        RandomGenerator chance = new SplittableRandom(seed);
        return interval(figure.applyAsDouble(runScores(first), runScores(second)), repetition -> {
            double[][] ones = new double[first.size()][];
            double[][] others = new double[first.size()][];
            for (int task = 0; task < ones.length; task++) {
                TaskScores one = first.get(task);
                TaskScores other = second.get(task);
                int[] episodes = draw(one.episodes(), chance);
                int[] runs = draw(one.runs(), chance);
                boolean same = pairing == Runs.PAIRED && one.runs() == other.runs();
                ones[task] = one.runScores(runs, episodes);
                others[task] = other.runScores(same ? runs : draw(other.runs(), chance), episodes);
            }
            return figure.applyAsDouble(List.of(ones), List.of(others));
        });
    }

    private Interval interval(double estimate, IntToDoubleFunction repetition) {
        double[] drawn = IntStream.range(0, repetitions).mapToDouble(repetition).toArray();
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(drawn);
        return new Interval(estimate, percentile.evaluate(LOWER_PERCENT), percentile.evaluate(UPPER_PERCENT));
    }

    private static List<double[]> runScores(List<TaskScores> tasks) {
        return tasks.stream().map(TaskScores::runScores).toList();
    }

    /** As many indices as there are, with replacement. */
    private static int[] draw(int count, RandomGenerator chance) {
        int[] drawn = new int[count];
        Arrays.setAll(drawn, at -> chance.nextInt(count));
        return drawn;
    }
}

package io.clearway.experiment.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * What one competitor scored on one task: a score for each run (training seed) and episode (evaluation seed). All runs
 * are evaluated on the same episodes. A rule, which is not trained, has one run.
 */
public final class TaskScores {
    private final double[][] byRun;

    /**
     * @param byRun [run][episode]
     * @throws IllegalArgumentException when there is none, a score is missing, or no number
     */
    public TaskScores(List<List<Double>> byRun) {
        this(byRun.stream()
                .map(run -> run.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new));
    }

    private TaskScores(double[][] byRun) {
        if (byRun.length == 0 || byRun[0].length == 0) {
            throw new IllegalArgumentException("Scores need at least one run and one episode");
        }
        for (double[] run : byRun) {
            if (run.length != byRun[0].length || !Arrays.stream(run).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("Every run needs a finite score for each of %d episodes, not %s"
                        .formatted(byRun[0].length, Arrays.toString(run)));
            }
        }
        this.byRun = byRun;
    }

    /** Number of runs. */
    public int runs() {
        return byRun.length;
    }

    /** Number of episodes of each run. */
    public int episodes() {
        return byRun[0].length;
    }

    /** The score of each run: the mean over its episodes. */
    public double[] runScores() {
        return Arrays.stream(byRun)
                .mapToDouble(run -> Arrays.stream(run).average().orElse(Double.NaN))
                .toArray();
    }

    /** The score in each episode: the mean over the runs. */
    double[] episodeScores() {
        double[] means = new double[episodes()];
        for (double[] run : byRun) {
            for (int episode = 0; episode < means.length; episode++) {
                means[episode] += run[episode] / byRun.length;
            }
        }
        return means;
    }

    /** Run scores of a sample: these runs, each averaged over these episodes. */
    double[] runScores(int[] runs, int[] episodes) {
        double[] scores = new double[runs.length];
        for (int i = 0; i < runs.length; i++) {
            double sum = 0;
            for (int episode : episodes) {
                sum += byRun[runs[i]][episode];
            }
            scores[i] = sum / episodes.length;
        }
        return scores;
    }

    /** The same scores as (score − from) / (to − from), such as 0 for one rule and 1 for another. */
    public TaskScores normalized(double from, double to) {
        return new TaskScores(Arrays.stream(byRun)
                .map(run -> Arrays.stream(run)
                        .map(score -> (score - from) / (to - from))
                        .toArray())
                .toArray(double[][]::new));
    }

    /** The same scores with the other sign, so that less becomes more. */
    public TaskScores negated() {
        return normalized(0, -1);
    }
}

package io.clearway.algorithm.diagnostics;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.Neighborhood;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An estimate of ξ (Ma et al. 2024, Methods: a system is ξ-dependent when dynamics that depend on N_i^κ only are within
 * total variation distance ξ of the true ones) out of real play. For some agents i and one agent j each at distance κ +
 * 1, the change of s_i is predicted by ridge regression on the states and actions in N_i^κ and the time in the episode,
 * and then with those of j besides. Of the errors left on play held out, e without j and e′ with j, the share ρ² = 1 −
 * e′/e is what j adds. Were both predictions normal with the deviation that is left, their means would lie apart by
 * √(ρ² / (1 − ρ²)) deviations, and their mean total variation distance be 2/π · arctan(½ √(ρ² / (1 − ρ²))).
 */
public final class LocalityDependence {
    private static final int PAIRS = 4;
    private static final int SAMPLES = 2000;
    /** Decisions in a row that are learned from, then as many that are held out. */
    private static final int BLOCK = 50;

    private final JointShape shape;
    /** Fewer samples per regressor are not informative. */
    private static final int SAMPLES_PER_COLUMN = 4;

    /** Regressors of time: a constant, the share of the episode that has passed, and its square. */
    private static final int TREND_COLUMNS = 3;

    private final List<Neighborhood> inner;
    private final List<Neighborhood> beyond;

    /** @param radius κ */
    public LocalityDependence(Task task, int radius) {
        AgentGraph graph = task.graph();
        this.shape = JointShape.of(task);
        this.inner = graph.neighborhoods(radius);
        this.beyond = graph.neighborhoods(radius + 1);
    }

    /** A pair: the agent whose state is predicted, and one just beyond its neighborhood. */
    private record Pair(int agent, int outsider) {}

    /**
     * Adds the largest estimate over a few pairs; 0 when every agent observes all others, nothing when there is too
     * little data.
     */
    public void report(List<EpisodeBuffer> episodes, Map<Metric, Double> measured, RandomGenerator chance) {
        int[] candidates = IntStream.range(0, inner.size())
                .filter(agent -> beyond.get(agent).size() > inner.get(agent).size())
                .toArray();
        if (candidates.length == 0) {
            measured.put(Metric.DEPENDENCE, 0.0);
            return;
        }
        double largest = Double.NaN;
        for (int k = 0; k < PAIRS; k++) {
            Pair pair = draw(candidates[chance.nextInt(candidates.length)], chance);
            double estimate = estimate(episodes, pair);
            largest = Double.isNaN(largest) ? estimate : Math.max(largest, Double.isNaN(estimate) ? 0 : estimate);
        }
        if (Double.isFinite(largest)) {
            measured.put(Metric.DEPENDENCE, largest);
        }
    }

    private Pair draw(int agent, RandomGenerator chance) {
        List<Integer> near = inner.get(agent).members();
        int[] outsiders = beyond.get(agent).members().stream()
                .mapToInt(Integer::intValue)
                .filter(member -> !near.contains(member))
                .toArray();
        return new Pair(agent, outsiders[chance.nextInt(outsiders.length)]);
    }

    /** The estimate for one pair; not a number when there is too little play. */
    private double estimate(List<EpisodeBuffer> episodes, Pair pair) {
        int[] near = inner.get(pair.agent()).members().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        int[] wide = Arrays.copyOf(near, near.length + 1);
        wide[near.length] = pair.outsider();
        int decisions = episodes.stream().mapToInt(EpisodeBuffer::length).sum();
        int stride = Math.max(1, decisions / SAMPLES);
        if (decisions / stride < SAMPLES_PER_COLUMN * columns(wide)) {
            return Double.NaN;
        }
        double[] without = errors(episodes, pair.agent(), near, stride);
        double[] with = errors(episodes, pair.agent(), wide, stride);
        double explained = 0;
        int varying = 0;
        for (int value = 0; value < without.length; value++) {
            if (without[value] > 0) {
                explained += 1 - with[value] / without[value];
                varying++;
            }
        }
        return varying == 0 ? 0 : distance(explained / varying);
    }

    /** Mean total variation distance when a share ρ² of what is unexplained comes from elsewhere. */
    static double distance(double share) {
        double within = Math.max(0, Math.min(1, share));
        return 2 / Math.PI * Math.atan(0.5 * Math.sqrt(within / (1 - within)));
    }

    private int columns(int[] agents) {
        return TREND_COLUMNS + agents.length * (shape.width() + shape.kind().code());
    }

    /** Mean squared errors on play held out of each value of an agent's next state. */
    private double[] errors(List<EpisodeBuffer> episodes, int agent, int[] known, int stride) {
        int values = shape.observationSize(agent);
        var regression = new RidgeRegression(columns(known), values);
        double[] sums = new double[values];
        int predicted = 0;
        for (int pass = 0; pass < 2; pass++) {
            int decision = 0;
            for (EpisodeBuffer episode : episodes) {
                for (int time = 0; time < episode.length(); time++, decision++) {
                    boolean heldOut = decision / BLOCK % 2 == 1;
                    if (decision % stride != 0 || heldOut != (pass == 1)) {
                        continue;
                    }
                    double[] row = row(episode, time, known);
                    double[] change = change(episode, time, agent, values);
                    if (pass == 0) {
                        regression.add(row, change);
                    } else {
                        regression.addErrors(row, change, sums);
                        predicted++;
                    }
                }
            }
            if (pass == 0) {
                regression.solve();
            }
        }
        int count = predicted;
        return Arrays.stream(sums).map(sum -> sum / count).toArray();
    }

    private double[] row(EpisodeBuffer episode, int time, int[] known) {
        double[] row = new double[columns(known)];
        double share = (double) time / episode.length();
        row[0] = 1;
        row[1] = share;
        row[2] = share * share;
        int at = TREND_COLUMNS;
        float[] code = new float[shape.kind().code()];
        for (int agent : known) {
            for (int value = 0; value < shape.width(); value++) {
                row[at++] = episode.state(time, agent, value);
            }
            Arrays.fill(code, 0);
            episode.encodeAction(time, agent, code, 0);
            for (float part : code) {
                row[at++] = part;
            }
        }
        return row;
    }

    private static double[] change(EpisodeBuffer episode, int time, int agent, int values) {
        double[] change = new double[values];
        for (int value = 0; value < values; value++) {
            change[value] = episode.state(time + 1, agent, value) - episode.state(time, agent, value);
        }
        return change;
    }
}

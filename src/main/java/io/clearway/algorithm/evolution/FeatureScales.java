package io.clearway.algorithm.evolution;

import io.clearway.network.JointObservation;
import io.clearway.network.Trajectory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each feature differs between the actions of a decision: the root of its mean squared distance from their
 * mean. Divided by it, all weights are of one order of magnitude. 0 for a feature that never differs, but by rounding.
 */
final class FeatureScales {
    private FeatureScales() {}

    /** Differences of a smaller share of a feature's own size are rounding. */
    private static final double ROUNDING = 1e-6;

    static double[] of(List<Trajectory> episodes, int features) {
        double[] squares = new double[features];
        double[] sizes = new double[features];
        long rows = 0;
        for (Trajectory episode : episodes) {
            for (JointObservation observation : episode.observations()) {
                for (int agent = 0; agent < observation.agents(); agent++) {
                    rows += add(observation.local(agent), squares, sizes);
                }
            }
        }
        long count = Math.max(1, rows);
        return IntStream.range(0, features)
                .mapToDouble(feature -> squares[feature] > ROUNDING * ROUNDING * sizes[feature]
                        ? Math.sqrt(squares[feature] / count)
                        : 0)
                .toArray();
    }

    private static int add(float[] local, double[] squares, double[] sizes) {
        int actions = local.length / squares.length;
        for (int feature = 0; feature < squares.length; feature++) {
            double mean = 0;
            for (int action = 0; action < actions; action++) {
                mean += local[action * squares.length + feature] / (double) actions;
            }
            for (int action = 0; action < actions; action++) {
                double value = local[action * squares.length + feature];
                squares[feature] += (value - mean) * (value - mean);
                sizes[feature] += value * value;
            }
        }
        return actions;
    }
}

package io.clearway.algorithm.evolution;

import io.clearway.network.JointObservation;
import io.clearway.network.Trajectory;
import java.util.Arrays;
import java.util.List;

/**
 * How much each feature differs between the actions of a decision: the root of its mean squared distance from their
 * mean. Divided by it, all weights are of one order of magnitude.
 */
final class FeatureScales {
    private FeatureScales() {}

    static double[] of(List<Trajectory> episodes, int features) {
        double[] squares = new double[features];
        long rows = 0;
        for (Trajectory episode : episodes) {
            for (JointObservation observation : episode.observations()) {
                for (int agent = 0; agent < observation.agents(); agent++) {
                    rows += add(observation.local(agent), squares);
                }
            }
        }
        long count = Math.max(1, rows);
        return Arrays.stream(squares).map(square -> Math.sqrt(square / count)).toArray();
    }

    private static int add(float[] local, double[] squares) {
        int actions = local.length / squares.length;
        for (int feature = 0; feature < squares.length; feature++) {
            double mean = 0;
            for (int action = 0; action < actions; action++) {
                mean += local[action * squares.length + feature] / (double) actions;
            }
            for (int action = 0; action < actions; action++) {
                double difference = local[action * squares.length + feature] - mean;
                squares[feature] += difference * difference;
            }
        }
        return actions;
    }
}

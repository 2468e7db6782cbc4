package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.JointShape;
import java.util.List;

/**
 * What follows a joint step, as far as a model can tell. A row is one agent in one sample.
 *
 * @param states ŝ' [agents][batch][width], within the range seen in real play
 * @param rewards r̂ [agents][batch], in the environment's unit
 * @param termination probability that the process ends, as each agent's model sees it [agents][batch]
 * @param legal predicted masks [agents][batch][actions], at least one action each; empty without masks
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record Prediction(float[] states, float[] rewards, float[] termination, boolean[] legal) {

    /** A prediction put together from others row by row, as many rows as there are places. */
    public static Prediction gathered(JointShape shape, List<Prediction> sources, int[] source, int[] place) {
        int width = shape.width();
        int actions = shape.actions();
        int rows = place.length;
        Prediction all =
                new Prediction(new float[rows * width], new float[rows], new float[rows], new boolean[rows * actions]);
        for (int row = 0; row < rows; row++) {
            Prediction from = sources.get(source[row]);
            System.arraycopy(from.states, place[row] * width, all.states, row * width, width);
            System.arraycopy(from.legal, place[row] * actions, all.legal, row * actions, actions);
            all.rewards[row] = from.rewards[place[row]];
            all.termination[row] = from.termination[place[row]];
        }
        return all;
    }

    /** Whether the process ends in a sample: the mean over agents is above one half. */
    public boolean ends(int sample, int agents) {
        int batch = termination.length / agents;
        double sum = 0;
        for (int agent = 0; agent < agents; agent++) {
            sum += termination[agent * batch + sample];
        }
        return sum > 0.5 * agents;
    }
}

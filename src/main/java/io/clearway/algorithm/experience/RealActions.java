package io.clearway.algorithm.experience;

import io.clearway.network.ActionSpace.Box;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.JointAction;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.distribution.DiagonalGaussian;
import java.util.Arrays;
import java.util.List;

/**
 * Real numbers, described by their means and the logarithms of their deviations, the latter the same in all states.
 * Learners keep each in units of half its interval, measured from its middle: −1 and 1 are the bounds. What is drawn
 * beyond them is kept as it was drawn, as the density is that of the draw; the environment cuts it, and so does the
 * code for models. Agents that choose fewer numbers than others keep zeros for the rest.
 */
public final class RealActions implements ActionKind {
    /** First log σ, as in the authors' code: σ is 0.607. */
    private static final float LOG_DEVIATION = -0.5f;

    private final List<Box> boxes;
    private final int numbers;

    /** @param boxes of the agents, in order */
    public RealActions(List<Box> boxes) {
        this.boxes = List.copyOf(boxes);
        this.numbers =
                boxes.stream().mapToInt(box -> box.numbers().size()).max().orElseThrow();
    }

    @Override
    public int choices() {
        return 0;
    }

    @Override
    public int numbers() {
        return numbers;
    }

    @Override
    public int outputs() {
        return numbers;
    }

    @Override
    public float[] free() {
        float[] deviations = new float[numbers];
        Arrays.fill(deviations, LOG_DEVIATION);
        return deviations;
    }

    @Override
    public ActionDistribution distribution(int agent, float[] descriptions, int at, boolean[] legal, int legalAt) {
        return DiagonalGaussian.of(
                descriptions, at, numbers, boxes.get(agent).numbers().size());
    }

    @Override
    public boolean drawnWhenExecuted() {
        return false;
    }

    @Override
    public int code() {
        return numbers;
    }

    @Override
    public void encode(float[] actions, int at, float[] to, int toAt) {
        for (int i = 0; i < numbers; i++) {
            to[toAt + i] = Math.max(-1, Math.min(1, actions[at + i]));
        }
    }

    /** The means, cut to the bounds. */
    @Override
    public void encodeExpected(ActionDistribution distribution, float[] to, int at) {
        distribution.greedy(to, at);
        encode(to, at, to, at);
    }

    @Override
    public void encodeLikeliest(float[] expected, int at, float[] to, int toAt) {
        encode(expected, at, to, toAt);
    }

    /** The middle of each interval. */
    @Override
    public void encodeUnknown(int choices, float[] to, int at) {}

    @Override
    public void keep(JointAction joint, int agent, float[] to, int at) {
        List<Interval> bounds = boxes.get(agent).numbers();
        for (int i = 0; i < bounds.size(); i++) {
            double kept = bounds.get(i).share(joint.value(agent, i));
            if (!Double.isFinite(kept)) {
                throw new IllegalArgumentException(
                        "Action %s of agent %d is no number to learn from".formatted(joint.value(agent, i), agent));
            }
            to[at + i] = (float) kept;
        }
    }

    @Override
    public JointAction joint(float[] kept) {
        double[][] values = new double[boxes.size()][];
        for (int agent = 0; agent < values.length; agent++) {
            List<Interval> bounds = boxes.get(agent).numbers();
            values[agent] = new double[bounds.size()];
            for (int i = 0; i < bounds.size(); i++) {
                values[agent][i] = bounds.get(i).at(kept[agent * numbers + i]);
            }
        }
        return JointAction.ofVectors(values);
    }
}

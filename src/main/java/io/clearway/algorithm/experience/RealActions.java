package io.clearway.algorithm.experience;

import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.JointAction;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.distribution.Gaussian;
import java.util.List;

/**
 * A real number each, described by mean and logarithm of the deviation, the latter the same in all states. Learners
 * keep it in units of half the agent's interval, measured from its middle: −1 and 1 are the bounds. What is drawn
 * beyond them is kept as it was drawn, as the density is that of the draw; the environment cuts it, and so does the
 * code for models.
 *
 * @param intervals of the agents, in order
 */
public record RealActions(List<Interval> intervals) implements ActionKind {
    /** First log σ, as in the authors' code: σ is 0.607. */
    private static final float LOG_DEVIATION = -0.5f;

    public RealActions {
        intervals = List.copyOf(intervals);
    }

    @Override
    public int choices() {
        return 0;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public float[] free() {
        return new float[] {LOG_DEVIATION};
    }

    @Override
    public int description() {
        return 2;
    }

    @Override
    public ActionDistribution distribution(float[] descriptions, int at, boolean[] legal, int legalAt) {
        return new Gaussian(descriptions[at], descriptions[at + 1]);
    }

    @Override
    public boolean drawnWhenExecuted() {
        return false;
    }

    @Override
    public int code() {
        return 1;
    }

    @Override
    public void encode(float action, float[] to, int at) {
        to[at] = Math.max(-1, Math.min(1, action));
    }

    /** The mean, cut to the bounds. */
    @Override
    public void encodeExpected(ActionDistribution distribution, float[] to, int at) {
        encode(distribution.greedy(), to, at);
    }

    @Override
    public float likeliest(float[] expected, int at) {
        return expected[at];
    }

    /** The middle of the interval. */
    @Override
    public void encodeUnknown(int choices, float[] to, int at) {}

    @Override
    public float kept(JointAction joint, int agent) {
        Interval interval = intervals.get(agent);
        double kept = (joint.value(agent) - middle(interval)) / half(interval);
        if (!Double.isFinite(kept)) {
            throw new IllegalArgumentException(
                    "Action %s of agent %d is no number to learn from".formatted(joint.value(agent), agent));
        }
        return (float) kept;
    }

    @Override
    public JointAction joint(float[] kept) {
        double[] values = new double[kept.length];
        for (int agent = 0; agent < kept.length; agent++) {
            Interval interval = intervals.get(agent);
            values[agent] = middle(interval) + half(interval) * kept[agent];
        }
        return JointAction.ofValues(values);
    }

    private static double middle(Interval interval) {
        return (interval.low() + interval.high()) / 2;
    }

    private static double half(Interval interval) {
        return (interval.high() - interval.low()) / 2;
    }
}

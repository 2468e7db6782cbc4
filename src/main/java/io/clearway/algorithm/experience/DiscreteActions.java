package io.clearway.algorithm.experience;

import io.clearway.network.JointAction;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.distribution.Categorical;
import java.util.Arrays;

/**
 * One of a few choices, under a mask: described by a logit each, read by models as a one-hot code.
 *
 * @param choices largest number of choices that an agent has
 */
public record DiscreteActions(int choices) implements ActionKind {
    @Override
    public int outputs() {
        return choices;
    }

    @Override
    public float[] free() {
        return new float[0];
    }

    @Override
    public int description() {
        return choices;
    }

    @Override
    public ActionDistribution distribution(float[] descriptions, int at, boolean[] legal, int legalAt) {
        return Categorical.of(descriptions, at, Arrays.copyOfRange(legal, legalAt, legalAt + choices));
    }

    @Override
    public boolean drawnWhenExecuted() {
        return true;
    }

    @Override
    public int code() {
        return choices;
    }

    @Override
    public void encode(float action, float[] to, int at) {
        to[at + (int) action] = 1;
    }

    /** The probabilities. */
    @Override
    public void encodeExpected(ActionDistribution distribution, float[] to, int at) {
        for (int action = 0; action < choices; action++) {
            to[at + action] = (float) Math.exp(distribution.logProbability(action));
        }
    }

    @Override
    public float likeliest(float[] expected, int at) {
        int best = 0;
        for (int action = 1; action < choices; action++) {
            best = expected[at + action] > expected[at + best] ? action : best;
        }
        return best;
    }

    /** Each of its own choices is equally likely. */
    @Override
    public void encodeUnknown(int own, float[] to, int at) {
        Arrays.fill(to, at, at + own, 1f / own);
    }

    @Override
    public float kept(JointAction joint, int agent) {
        return joint.choice(agent);
    }

    @Override
    public JointAction joint(float[] kept) {
        int[] choices = new int[kept.length];
        for (int agent = 0; agent < kept.length; agent++) {
            choices[agent] = (int) kept[agent];
        }
        return JointAction.of(choices);
    }
}

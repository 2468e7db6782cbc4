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
    public int numbers() {
        return 1;
    }

    @Override
    public int outputs() {
        return choices;
    }

    @Override
    public float[] free() {
        return new float[0];
    }

    @Override
    public ActionDistribution distribution(int agent, float[] descriptions, int at, boolean[] legal, int legalAt) {
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
    public void encode(float[] actions, int at, float[] to, int toAt) {
        to[toAt + (int) actions[at]] = 1;
    }

    /** The probabilities. */
    @Override
    public void encodeExpected(ActionDistribution distribution, float[] to, int at) {
        float[] choice = new float[1];
        for (int action = 0; action < choices; action++) {
            choice[0] = action;
            to[at + action] = (float) Math.exp(distribution.logProbability(choice, 0));
        }
    }

    @Override
    public void encodeLikeliest(float[] expected, int at, float[] to, int toAt) {
        int best = 0;
        for (int action = 1; action < choices; action++) {
            best = expected[at + action] > expected[at + best] ? action : best;
        }
        to[toAt + best] = 1;
    }

    /** Each of its own choices is equally likely. */
    @Override
    public void encodeUnknown(int own, float[] to, int at) {
        Arrays.fill(to, at, at + own, 1f / own);
    }

    @Override
    public void keep(JointAction joint, int agent, float[] to, int at) {
        to[at] = joint.choice(agent);
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

package io.clearway.neural.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A categorical distribution over actions, given by logits, with illegal actions masked out: their probability is
 * exactly 0 and no gradient reaches their logits.
 */
public final class Categorical implements ActionDistribution {
    private final float[] probabilities;
    private final float[] logProbabilities;

    private final int mostProbable;

    private Categorical(float[] probabilities, float[] logProbabilities, int mostProbable) {
        this.probabilities = probabilities;
        this.logProbabilities = logProbabilities;
        this.mostProbable = mostProbable;
    }

    /** All actions legal. */
    public static Categorical of(float[] logits) {
        boolean[] legal = new boolean[logits.length];
        Arrays.fill(legal, true);
        return of(logits, 0, legal);
    }

    /**
     * The softmax of some consecutive logits over the legal actions.
     *
     * @param logits hold them
     * @param at where they begin
     * @param legal whether each action may be taken; its length is the number of actions
     * @throws IllegalArgumentException when no action is legal or a legal logit is not finite
     */
    public static Categorical of(float[] logits, int at, boolean[] legal) {
        double highest = highest(logits, at, legal);
        double[] weights = new double[legal.length];
        double sum = 0;
        for (int action = 0; action < legal.length; action++) {
            weights[action] = legal[action] ? Math.exp(logits[at + action] - highest) : 0;
            sum += weights[action];
        }
        double logSum = Math.log(sum);
        float[] probabilities = new float[legal.length];
        float[] logProbabilities = new float[legal.length];
        for (int action = 0; action < legal.length; action++) {
            probabilities[action] = (float) (weights[action] / sum);
            logProbabilities[action] =
                    legal[action] ? (float) (logits[at + action] - highest - logSum) : Float.NEGATIVE_INFINITY;
        }
        return new Categorical(probabilities, logProbabilities, first(highest, logits, at, legal));
    }

    /**
     * The first legal action of the highest logit: logits may differ where their probabilities are rounded to equal.
     */
    private static int first(double highest, float[] logits, int at, boolean[] legal) {
        int action = 0;
        while (!legal[action] || logits[at + action] < highest) {
            action++;
        }
        return action;
    }

    private static double highest(float[] logits, int at, boolean[] legal) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < legal.length; action++) {
            if (legal[action]) {
                float logit = logits[at + action];
                if (!Float.isFinite(logit)) {
                    throw new IllegalArgumentException("Logit %s of action %d is not finite".formatted(logit, action));
                }
                highest = Math.max(highest, logit);
            }
        }
        if (highest == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("None of %d actions is legal".formatted(legal.length));
        }
        return highest;
    }

    /** How many actions, legal or not. */
    public int actions() {
        return probabilities.length;
    }

    /** Probability of an action, exactly 0 when illegal. */
    public float probability(int action) {
        return probabilities[action];
    }

    /** Natural logarithm of an action's probability, −∞ when illegal. */
    public double logProbability(int action) {
        return logProbabilities[action];
    }

    @Override
    public double logProbability(float[] actions, int at) {
        return logProbability((int) actions[at]);
    }

    @Override
    public double entropy() {
        double sum = 0;
        for (int action = 0; action < probabilities.length; action++) {
            sum -= probabilities[action] > 0 ? probabilities[action] * (double) logProbabilities[action] : 0;
        }
        return sum;
    }

    @Override
    public double divergence(ActionDistribution other) {
        if (!(other instanceof Categorical that)) {
            throw new IllegalArgumentException("A distribution over choices has no divergence from " + other);
        }
        double sum = 0;
        for (int action = 0; action < probabilities.length; action++) {
            if (probabilities[action] > 0) {
                sum += probabilities[action] * ((double) logProbabilities[action] - that.logProbabilities[action]);
            }
        }
        return sum;
    }

    @Override
    public boolean certain(float[] actions, int at) {
        return probabilities[(int) actions[at]] == 1;
    }

    @Override
    public void sample(RandomGenerator chance, float[] to, int at) {
        to[at] = sample(chance);
    }

    /** A legal action drawn by probability. */
    public int sample(RandomGenerator chance) {
        double left = chance.nextDouble();
        int drawn = -1;
        for (int action = 0; action < probabilities.length; action++) {
            if (probabilities[action] > 0) {
                drawn = action;
                left -= probabilities[action];
                if (left < 0) {
                    break;
                }
            }
        }
        return drawn;
    }

    @Override
    public void greedy(float[] to, int at) {
        to[at] = mostProbable;
    }

    /** The most probable action, the first of equals. */
    public int greedy() {
        return mostProbable;
    }

    @Override
    public void addLogProbabilityGradient(float[] actions, int at, float scale, float[] gradients, int gradientsAt) {
        int action = (int) actions[at];
        if (probabilities[action] == 0 && logProbabilities[action] == Float.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("Action %d is illegal here and has no gradient".formatted(action));
        }
        for (int other = 0; other < probabilities.length; other++) {
            gradients[gradientsAt + other] -= scale * probabilities[other];
        }
        gradients[gradientsAt + action] += scale;
    }

    @Override
    public void addEntropyGradient(float scale, float[] gradients, int at) {
        double entropy = entropy();
        for (int action = 0; action < probabilities.length; action++) {
            if (probabilities[action] > 0) {
                gradients[at + action] -=
                        (float) (scale * probabilities[action] * (logProbabilities[action] + entropy));
            }
        }
    }
}

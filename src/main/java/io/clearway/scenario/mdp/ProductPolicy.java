package io.clearway.scenario.mdp;

import java.util.Arrays;

/** A global policy that is the product of the agents' own: π(s, a) = Π_i π^i(s, a^i). */
final class ProductPolicy {
    private final double[][][] probabilities;

    private ProductPolicy(double[][][] probabilities) {
        this.probabilities = probabilities;
    }

    /** Every action equally likely. */
    static ProductPolicy uniform(RandomMdp mdp) {
        double[][][] probabilities = new double[mdp.agents()][mdp.states()][mdp.actions()];
        for (double[][] agent : probabilities) {
            for (double[] state : agent) {
                Arrays.fill(state, 1.0 / mdp.actions());
            }
        }
        return new ProductPolicy(probabilities);
    }

    /** One joint action per state. */
    static ProductPolicy deterministic(RandomMdp mdp, int[] joint) {
        double[][][] probabilities = new double[mdp.agents()][mdp.states()][mdp.actions()];
        for (int agent = 0; agent < mdp.agents(); agent++) {
            for (int state = 0; state < mdp.states(); state++) {
                probabilities[agent][state][mdp.choice(joint[state], agent)] = 1;
            }
        }
        return new ProductPolicy(probabilities);
    }

    /** π^i of an agent, [states][actions]; shared, treat as read-only. */
    double[][] of(int agent) {
        return probabilities[agent];
    }

    /** The same for all agents but one. */
    ProductPolicy with(int agent, double[][] own) {
        double[][][] changed = probabilities.clone();
        changed[agent] = own;
        return new ProductPolicy(changed);
    }

    /** Probability of a joint action of all agents but one; of all when there is no such agent. */
    double probability(RandomMdp mdp, int state, int joint, int except) {
        double product = 1;
        for (int agent = 0; agent < probabilities.length; agent++) {
            product *= agent == except ? 1 : probabilities[agent][state][mdp.choice(joint, agent)];
        }
        return product;
    }

    /** The likeliest action of an agent in a state, the first of equals. */
    int greedy(int agent, int state) {
        return best(probabilities[agent][state]);
    }

    /** Place of the largest value, the first of equals. */
    static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}

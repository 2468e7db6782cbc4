package io.clearway.scenario.mdp;

/**
 * Policy improvement with exact critics.
 *
 * @param values of policies on the MDP
 */
record PolicyImprovement(ExactValues values) {
    /** What counts as better: above the rounding of a solved system. */
    private static final double GAIN = 1e-9;

    /**
     * Step k of Li and Jia, Eq. 23–24: agent mod(k, N) takes its best action by Q^i in every state, the others keep
     * their policies. In a state where nothing is gained it keeps its policy too, so that the sequence ends.
     */
    ProductPolicy step(ProductPolicy policy, int k) {
        int agent = k % values.mdp().agents();
        double[] value = values.of(policy);
        double[][] local = values.of(policy, agent, value);
        double[][] improved = policy.of(agent).clone();
        for (int state = 0; state < local.length; state++) {
            int best = ProductPolicy.best(local[state]);
            if (local[state][best] > value[state] + GAIN) {
                improved[state] = new double[local[state].length];
                improved[state][best] = 1;
            }
        }
        return policy.with(agent, improved);
    }

    /** Where the steps of the agents in turn end: no agent alone can improve (Theorem 2). */
    ProductPolicy inTurns(ProductPolicy first) {
        ProductPolicy policy = first;
        int kept = 0;
        for (int k = 0; kept < values.mdp().agents(); k++) {
            ProductPolicy next = step(policy, k);
            kept = same(next, policy, k % values.mdp().agents()) ? kept + 1 : 0;
            policy = next;
        }
        return policy;
    }

    private static boolean same(ProductPolicy one, ProductPolicy other, int agent) {
        double[][] before = other.of(agent);
        double[][] after = one.of(agent);
        for (int state = 0; state < before.length; state++) {
            if (before[state] != after[state]) {
                return false;
            }
        }
        return true;
    }

    /** The best joint action in every state: policy iteration over joint actions (Howard 1960). */
    ProductPolicy optimum() {
        RandomMdp mdp = values.mdp();
        int[] joint = new int[mdp.states()];
        boolean improved = true;
        while (improved) {
            improved = false;
            double[] value = values.of(ProductPolicy.deterministic(mdp, joint));
            for (int state = 0; state < joint.length; state++) {
                int best = best(state, value);
                if (values.ofJoint(state, best, value) > value[state] + GAIN) {
                    joint[state] = best;
                    improved = true;
                }
            }
        }
        return ProductPolicy.deterministic(mdp, joint);
    }

    private int best(int state, double[] value) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int joint = 0; joint < values.mdp().jointActions(); joint++) {
            double gained = values.ofJoint(state, joint, value);
            if (gained > most) {
                most = gained;
                best = joint;
            }
        }
        return best;
    }
}

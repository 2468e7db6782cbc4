package io.clearway.scenario.mdp;

/**
 * Exact values of product policies on a known MDP.
 *
 * @param mdp the MDP
 * @param discount γ
 */
record ExactValues(RandomMdp mdp, double discount) {
    private static final int NOBODY = -1;

    /** V^π (Li and Jia, Eq. 3): solves V = R_π + γ P_π V. */
    double[] of(ProductPolicy policy) {
        int states = mdp.states();
        double[][] system = new double[states][states + 1];
        for (int state = 0; state < states; state++) {
            system[state][state] = 1;
            for (int joint = 0; joint < mdp.jointActions(); joint++) {
                double chance = policy.probability(mdp, state, joint, NOBODY);
                if (chance > 0) {
                    system[state][states] += chance * mdp.reward(state, joint);
                    for (int next = 0; next < states; next++) {
                        system[state][next] -= discount * chance * mdp.probability(state, joint, next);
                    }
                }
            }
        }
        return solve(system);
    }

    /** Q_π^i (Eq. 5) of an agent, [states][actions]. */
    double[][] of(ProductPolicy policy, int agent, double[] value) {
        double[][] local = new double[mdp.states()][mdp.actions()];
        for (int state = 0; state < mdp.states(); state++) {
            for (int joint = 0; joint < mdp.jointActions(); joint++) {
                double others = policy.probability(mdp, state, joint, agent);
                if (others > 0) {
                    local[state][mdp.choice(joint, agent)] += others * ofJoint(state, joint, value);
                }
            }
        }
        return local;
    }

    /** R(s, a) + γ E V(s̃). */
    double ofJoint(int state, int joint, double[] value) {
        return mdp.reward(state, joint) + discount * mdp.expected(state, joint, value);
    }

    /**
     * Gaussian elimination. The diagonal dominates, since discounted probabilities of a row sum to less than 1; so no
     * rows need to be exchanged.
     *
     * @param system rows of coefficients, the right side last; overwritten
     */
    private static double[] solve(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = system[row][size];
            for (int column = row + 1; column < size; column++) {
                sum -= system[row][column] * solution[column];
            }
            solution[row] = sum / system[row][row];
        }
        return solution;
    }
}

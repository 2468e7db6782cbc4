package io.clearway.algorithm.a2c;

/** What the values are to become. */
final class NStepReturns {
    private NStepReturns() {}

    /**
     * R_{i,t} = r̃_{i,t} / unit + γ R_{i,t+1}; after a sequence's last decision V(h) stands in for what follows, unless
     * the process ended (Chu et al. 2020, Eq. 3).
     *
     * @param values V_i [agents][rows]
     * @param unit rewards are divided by it
     * @return [agents][rows]; rows without a decision stay 0
     */
    static float[] of(Sequence sequence, int agents, float[] values, double discount, double unit) {
        float[] returns = new float[values.length];
        for (int agent = 0; agent < agents; agent++) {
            for (int number = 0; number < sequence.episodes(); number++) {
                int steps = sequence.stepsOf(number);
                double next = sequence.terminates(number) ? 0 : values[sequence.row(agent, steps, number)];
                for (int step = steps - 1; step >= 0; step--) {
                    next = sequence.reward(agent, step, number) / unit + discount * next;
                    returns[sequence.row(agent, step, number)] = (float) next;
                }
            }
        }
        return returns;
    }
}

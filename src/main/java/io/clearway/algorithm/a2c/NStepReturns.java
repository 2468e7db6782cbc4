package io.clearway.algorithm.a2c;

import io.clearway.neural.AgentTensor;

/** What the values are to become. */
final class NStepReturns {
    private NStepReturns() {}

    /**
     * R_{i,t} = r̃_{i,t} / unit + γ R_{i,t+1}; after a sequence's last decision V(h) replaces what follows, unless the
     * process ended (Chu et al. 2020, Eq. 3).
     *
     * @param values V_i, a row for each of the sequence
     * @param unit rewards are divided by it
     * @return the same; rows without a decision stay 0
     */
    static AgentTensor of(Sequence sequence, AgentTensor values, double discount, double unit) {
        AgentTensor returns = values.zerosLike();
        for (int agent = 0; agent < values.agents(); agent++) {
            for (int number = 0; number < sequence.episodes(); number++) {
                int steps = sequence.stepsOf(number);
                double next = sequence.terminates(number) ? 0 : values.get(agent, sequence.row(steps, number), 0);
                for (int step = steps - 1; step >= 0; step--) {
                    next = sequence.reward(agent, step, number) / unit + discount * next;
                    returns.set(agent, sequence.row(step, number), 0, (float) next);
                }
            }
        }
        return returns;
    }
}

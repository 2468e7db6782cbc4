package io.clearway.algorithm.a2c;

import io.clearway.neural.AgentTensor;

/**
 * What enters the networks over consecutive steps of some episodes side by side. Rows are steps, within them episodes.
 *
 * @param episodes how many
 * @param observations s_i
 * @param policies codes of π_{i,t−1} as the agents sent them
 * @param gates 1 where an agent's message comes through
 */
record SequenceInputs(int episodes, AgentTensor observations, AgentTensor policies, AgentTensor gates) {
    /** Consecutive steps. */
    int steps() {
        return observations.rows() / episodes;
    }

    /** Gates at one step, a row per episode. */
    AgentTensor gatesAt(int step) {
        return gates.rows(step * episodes, episodes);
    }
}

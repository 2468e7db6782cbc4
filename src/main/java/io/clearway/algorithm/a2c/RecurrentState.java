package io.clearway.algorithm.a2c;

import io.clearway.neural.AgentTensor;

/**
 * What agents carry from step to step.
 *
 * @param hidden h_i, which neighbors may be sent, a row per episode
 * @param state c_i of the LSTM, a row per episode
 */
record RecurrentState(AgentTensor hidden, AgentTensor state) {
    /** At the beginning of episodes: zeros. */
    static RecurrentState none(CommunicationTopology topology, int episodes) {
        AgentTensor zeros = AgentTensor.zeros(topology.agents(), episodes, topology.hidden());
        return new RecurrentState(zeros, zeros);
    }
}

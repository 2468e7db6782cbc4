package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;

/** Computes linear layers of all agents, where the weights are stored. */
interface LayerProducts {
    /** y = xW + b for all agents. */
    AgentTensor product(LinearLayer layer, AgentTensor inputs);
}

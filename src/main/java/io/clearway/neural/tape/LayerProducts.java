package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;

/** Computes linear layers of all agents, on whatever the weights lie on. */
interface LayerProducts {
    /** y = xW + b for all agents. */
    AgentTensor product(LinearLayer layer, AgentTensor inputs);
}

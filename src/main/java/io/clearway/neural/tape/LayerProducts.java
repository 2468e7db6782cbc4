package io.clearway.neural.tape;

/** Computes linear layers of all agents, on whatever the weights lie on. */
interface LayerProducts {
    /**
     * y = xW + b for all agents.
     *
     * @param inputs [agents][rows][inputs]
     * @return [agents][rows][outputs]
     */
    float[] product(LinearLayer layer, float[] inputs, int rows);
}

package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;

/**
 * One use of a linear layer on a tape, for the gradients of its weights.
 *
 * @param inputs what went in
 * @param deltas gradient with respect to what came out
 */
record LinearUse(AgentTensor inputs, AgentTensor deltas) {
    /** Rows of each agent. */
    int rows() {
        return inputs.rows();
    }
}

package io.clearway.neural.tape;

/**
 * One use of a linear layer on a tape, for the gradients of its weights.
 *
 * @param rows per agent
 * @param inputs what went in [agents][rows][inputs]
 * @param deltas gradient with respect to what came out [agents][rows][outputs]
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between tape and layers, never compared
record LinearUse(int rows, float[] inputs, float[] deltas) {}

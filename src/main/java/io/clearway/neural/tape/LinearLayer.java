package io.clearway.neural.tape;

/**
 * A linear layer y = xW + b that every agent has, with weights of its own or of its group.
 *
 * @param number index among its layers
 * @param inputs number of inputs
 * @param outputs number of outputs
 * @param biased whether b is learned; if not, it stays 0
 */
public record LinearLayer(int number, int inputs, int outputs, boolean biased) {
    /** Weights, row-major [inputs][outputs], and biases. */
    public int parameters() {
        return (inputs + 1) * outputs;
    }
}

package io.clearway.algorithm.policygradient;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.FreeParameters;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Numbers that are the same in all states, beside what networks give: rows of outputs get them at their end. Agents
 * that share a network share them too. With none of them rows stay as they are, and nothing is copied.
 */
final class FreeColumns {
    private final int[] networkOf;
    private final int[] sharers;
    private final int outputs;
    private final int columns;
    private final FreeParameters numbers;

    /**
     * @param networkOf number of the network that each agent uses
     * @param outputs values that a network gives
     * @param start first values of the numbers
     */
    FreeColumns(int[] networkOf, int outputs, float[] start) {
        this.networkOf = networkOf;
        this.sharers = new int[Arrays.stream(networkOf).max().orElseThrow() + 1];
        for (int network : networkOf) {
            sharers[network]++;
        }
        this.outputs = outputs;
        this.columns = start.length;
        this.numbers = new FreeParameters(sharers.length, start);
    }

    /** All agents' outputs with the numbers after each row. */
    AgentTensor append(AgentTensor rows) {
        if (columns == 0) {
            return rows;
        }
        AgentTensor wider = AgentTensor.zeros(rows.agents(), rows.rows(), outputs + columns);
        rows.copyTo(wider, 0);
        for (int agent = 0; agent < rows.agents(); agent++) {
            for (int row = 0; row < rows.rows(); row++) {
                numbers.copyTo(networkOf[agent], wider.values(), wider.at(agent, row, outputs));
            }
        }
        return wider;
    }

    /** One agent's outputs with the numbers after them. */
    float[] append(int agent, float[] row) {
        if (columns == 0) {
            return row;
        }
        float[] wider = Arrays.copyOf(row, outputs + columns);
        numbers.copyTo(networkOf[agent], wider, outputs);
        return wider;
    }

    /** The part of rows of gradients that is the networks'. */
    AgentTensor withoutNumbers(AgentTensor gradients) {
        return columns == 0 ? gradients : gradients.columns(0, outputs);
    }

    /** One optimizer step on rows of gradients; a shared number's loss is the mean over its agents. */
    void learn(AgentTensor gradients, Adam adam) {
        if (columns == 0) {
            return;
        }
        float[][] sums = new float[sharers.length][columns];
        for (int agent = 0; agent < networkOf.length; agent++) {
            int network = networkOf[agent];
            for (int row = 0; row < gradients.rows(); row++) {
                for (int i = 0; i < columns; i++) {
                    sums[network][i] += gradients.get(agent, row, outputs + i) / sharers[network];
                }
            }
        }
        numbers.step(sums, adam);
    }

    /** A copy that later learning does not change. */
    FreeColumns snapshot() {
        FreeColumns copy = new FreeColumns(networkOf, outputs, new float[columns]);
        copy.numbers.copyFrom(numbers);
        return copy;
    }

    void resetOptimizer() {
        numbers.resetOptimizer();
    }

    void writeTo(DataOutput out) throws IOException {
        numbers.writeTo(out);
    }

    void readFrom(DataInput in) throws IOException {
        numbers.readFrom(in);
    }
}

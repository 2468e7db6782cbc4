package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Functions of s_{N_i^κ}, as in the papers.
 *
 * @param inputs what an agent observes
 * @param functions from {@code inputs.size()} values; closed with this
 */
public record NeighborhoodFunctions(NeighborhoodInputs inputs, AgentFunctions functions) implements PolicyFunctions {
    @Override
    public int[] networkOf() {
        return functions.networkOf();
    }

    @Override
    public AgentTensor forward(AgentTensor states, int[] samples) {
        return functions.forward(inputs.gather(states, samples));
    }

    @Override
    public void learn(AgentTensor gradients, Adam adam) {
        functions.learn(gradients, adam);
    }

    @Override
    public List<Function<float[][], float[]>> snapshot() {
        List<Function<float[], float[]>> outputs = functions.snapshot();
        List<Function<float[][], float[]>> observing = new ArrayList<>();
        for (int agent = 0; agent < outputs.size(); agent++) {
            int own = agent;
            observing.add(local -> outputs.get(own).apply(inputs.gather(local, own)));
        }
        return List.copyOf(observing);
    }

    @Override
    public void resetOptimizer() {
        functions.resetOptimizer();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        functions.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        functions.readFrom(in);
    }

    @Override
    public void close() {
        functions.close();
    }
}

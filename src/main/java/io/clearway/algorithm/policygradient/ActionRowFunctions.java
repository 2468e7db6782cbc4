package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionRows;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One network for all actions of all agents: an action's logit is what a rule prefers it by, times a scale, and what
 * the network adds to that given the action's row of features and the mean of the agent's rows. So it fits any number
 * of agents and actions in any order, and at first, when the network adds nothing, the most probable action is the
 * rule's. After FRAP (Zheng et al. 2019), which shares weights between the phases of a signal, and residual policy
 * learning (Silver et al. 2018).
 */
final class ActionRowFunctions implements PolicyFunctions {
    /** What is seen of an action: its row, and the mean row. */
    private static final int PARTS = 2;

    private final JointShape shape;
    private final int length;
    private final float preferenceScale;
    private final int[] firstRow;
    private final int rows;
    private final AgentNetworks network;

    /**
     * @param shape of the agents
     * @param observed what their observations are
     * @param hidden units of the hidden layers
     * @param preferenceScale what the first feature of a row counts; 0 for nothing
     * @param pool computes, is not closed here
     */
    ActionRowFunctions(
            JointShape shape,
            ActionRows observed,
            List<Integer> hidden,
            double preferenceScale,
            long seed,
            ComputePool pool) {
        this.shape = shape;
        this.length = observed.length();
        this.preferenceScale = (float) preferenceScale;
        this.firstRow = new int[shape.agents()];
        int row = 0;
        for (int agent = 0; agent < firstRow.length; agent++) {
            firstRow[agent] = row;
            row += shape.actionsOf(agent);
        }
        this.rows = row;
        List<Integer> layers = new ArrayList<>(List.of(PARTS * length));
        layers.addAll(hidden);
        layers.add(1);
        this.network = AgentNetworks.create(1, new PerceptronShape(layers, Activation.RELU), seed, 0, pool);
    }

    @Override
    public int[] networkOf() {
        return new int[shape.agents()];
    }

    @Override
    public AgentTensor forward(AgentTensor states, int[] samples) {
        AgentTensor inputs = AgentTensor.zeros(1, samples.length * rows, PARTS * length);
        for (int k = 0; k < samples.length; k++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                read(
                        states.values(),
                        states.at(agent, samples[k]),
                        shape.actionsOf(agent),
                        inputs.values(),
                        inputs.at(0, row(k, agent)));
            }
        }
        AgentTensor added = network.forward(inputs);
        AgentTensor logits = AgentTensor.zeros(shape.agents(), samples.length, shape.actions());
        for (int k = 0; k < samples.length; k++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int action = 0; action < shape.actionsOf(agent); action++) {
                    float preference = states.get(agent, samples[k], action * length);
                    logits.set(
                            agent, k, action, preferenceScale * preference + added.get(0, row(k, agent) + action, 0));
                }
            }
        }
        return logits;
    }

    private int row(int sample, int agent) {
        return sample * rows + firstRow[agent];
    }

    /** Writes the inputs of all actions of an agent, one after the other. */
    private void read(float[] observed, int at, int actions, float[] to, int first) {
        float[] mean = new float[length];
        for (int i = 0; i < actions * length; i++) {
            mean[i % length] += observed[at + i] / actions;
        }
        for (int action = 0; action < actions; action++) {
            int start = first + action * PARTS * length;
            System.arraycopy(observed, at + action * length, to, start, length);
            System.arraycopy(mean, 0, to, start + length, length);
        }
    }

    @Override
    public void learn(AgentTensor gradients, Adam adam) {
        AgentTensor ofRows = AgentTensor.zeros(1, gradients.rows() * rows, 1);
        for (int k = 0; k < gradients.rows(); k++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int action = 0; action < shape.actionsOf(agent); action++) {
                    ofRows.set(0, row(k, agent) + action, 0, gradients.get(agent, k, action) / shape.agents());
                }
            }
        }
        network.backward(ofRows);
        network.step(adam);
    }

    @Override
    public List<Function<float[][], float[]>> snapshot() {
        ActingNetworks acting = network.snapshot();
        return IntStream.range(0, shape.agents())
                .<Function<float[][], float[]>>mapToObj(agent -> local -> logits(acting, local[agent]))
                .toList();
    }

    private float[] logits(ActingNetworks acting, float[] local) {
        int actions = local.length / length;
        float[] inputs = new float[actions * PARTS * length];
        read(local, 0, actions, inputs, 0);
        float[] input = new float[PARTS * length];
        float[] logits = new float[shape.actions()];
        for (int action = 0; action < actions; action++) {
            System.arraycopy(inputs, action * input.length, input, 0, input.length);
            logits[action] = preferenceScale * local[action * length] + acting.outputs(0, input)[0];
        }
        return logits;
    }

    @Override
    public void resetOptimizer() {
        network.resetOptimizer();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        network.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        network.readFrom(in);
    }

    @Override
    public void close() {
        network.close();
    }
}

package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One learned function per agent, computed together; agents of a group may share its weights. Arrays are [agents]
 * [batch][values], row-major. Owns native memory until closed.
 */
public final class AgentFunctions implements AutoCloseable {
    /** Between the seeds of two groups of agents. */
    private static final long SEED_STEP = 31;

    private final PerceptronShape shape;
    private final boolean shared;
    private final List<Group> groups = new ArrayList<>();
    private int batch;

    private record Group(List<Integer> agents, AgentNetworks networks) {}

    /**
     * @param outputScale gain of the last layer at the beginning
     * @param pool computes, is not closed here
     */
    public AgentFunctions(
            JointShape joint,
            ParameterSharing sharing,
            PerceptronShape shape,
            long seed,
            double outputScale,
            ComputePool pool) {
        this.shape = shape;
        this.shared = sharing == ParameterSharing.SAME_SHAPE;
        for (List<Integer> agents : sharing.groups(joint.specs())) {
            int networks = shared ? 1 : agents.size();
            groups.add(new Group(
                    agents,
                    AgentNetworks.create(networks, shape, seed + SEED_STEP * groups.size(), outputScale, pool)));
        }
    }

    /** Number of the network that each agent uses, counted over all of them. */
    int[] networkOf() {
        int[] networks = new int[agents()];
        for (int group = 0; group < groups.size(); group++) {
            for (int agent : groups.get(group).agents()) {
                networks[agent] = shared ? group : agent;
            }
        }
        return networks;
    }

    private int agents() {
        return groups.stream().mapToInt(group -> group.agents().size()).sum();
    }

    /** Outputs of all agents; remembers what {@link #learn} needs. */
    public float[] forward(float[] inputs, int batch) {
        this.batch = batch;
        float[] outputs = new float[inputs.length / shape.inputs() * shape.outputs()];
        for (Group group : groups) {
            float[] part = group.networks().forward(take(group, inputs, shape.inputs()), rows(group));
            put(group, part, outputs, shape.outputs());
        }
        return outputs;
    }

    /**
     * One step of the optimizer.
     *
     * @param gradients of each agent's loss with respect to the last forward's outputs; a shared network's loss is the
     *     mean over its agents
     */
    public void learn(float[] gradients, Adam adam) {
        for (Group group : groups) {
            float[] part = take(group, gradients, shape.outputs());
            if (shared && group.agents().size() > 1) {
                part = part.clone();
                for (int i = 0; i < part.length; i++) {
                    part[i] /= group.agents().size();
                }
            }
            group.networks().backward(part, false);
            group.networks().step(adam);
        }
    }

    private int rows(Group group) {
        return shared ? batch * group.agents().size() : batch;
    }

    /** The group's agents one after another; the array itself when they are all agents. */
    private float[] take(Group group, float[] all, int width) {
        if (groups.size() == 1) {
            return all;
        }
        int block = batch * width;
        float[] part = new float[group.agents().size() * block];
        for (int k = 0; k < group.agents().size(); k++) {
            System.arraycopy(all, group.agents().get(k) * block, part, k * block, block);
        }
        return part;
    }

    private void put(Group group, float[] part, float[] all, int width) {
        int block = batch * width;
        for (int k = 0; k < group.agents().size(); k++) {
            System.arraycopy(part, k * block, all, group.agents().get(k) * block, block);
        }
    }

    /** Maps an agent's input to its output, as the functions are now; for any number of threads. */
    public List<Function<float[], float[]>> snapshot() {
        List<Function<float[], float[]>> functions = new ArrayList<>();
        for (int agent = agents(); agent > 0; agent--) {
            functions.add(input -> input);
        }
        for (Group group : groups) {
            ActingNetworks acting = group.networks().snapshot();
            for (int k = 0; k < group.agents().size(); k++) {
                int network = shared ? 0 : k;
                functions.set(group.agents().get(k), input -> acting.outputs(network, input));
            }
        }
        return List.copyOf(functions);
    }

    /** Writes weights and optimizer memory, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        for (Group group : groups) {
            group.networks().writeTo(out);
        }
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        for (Group group : groups) {
            group.networks().readFrom(in);
        }
    }

    @Override
    public void close() {
        groups.forEach(group -> group.networks().close());
    }
}

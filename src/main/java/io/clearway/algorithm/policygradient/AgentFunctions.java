package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.neural.ActingNetworks;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
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
 * One learned function per agent, computed together; agents of a group may share its weights. Owns native memory until
 * closed.
 */
public final class AgentFunctions implements AutoCloseable {
    /** Between the seeds of two groups of agents. */
    private static final long SEED_STEP = 31;

    private final PerceptronShape shape;
    private final boolean shared;
    private final List<Group> groups = new ArrayList<>();

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

    /** Outputs of all agents; keeps what {@link #learn} needs. */
    public AgentTensor forward(AgentTensor inputs) {
        AgentTensor outputs = AgentTensor.zeros(inputs.agents(), inputs.rows(), shape.outputs());
        for (Group group : groups) {
            AgentTensor part = group.networks().forward(perNetwork(take(group, inputs)));
            outputs.scatter(part.reshaped(group.agents().size(), inputs.rows(), shape.outputs()), group.agents());
        }
        return outputs;
    }

    /**
     * One step of the optimizer.
     *
     * @param gradients of each agent's loss with respect to the last forward's outputs; a shared network's loss is the
     *     mean over its agents
     */
    public void learn(AgentTensor gradients, Adam adam) {
        for (Group group : groups) {
            AgentTensor part = take(group, gradients);
            int sharers = group.agents().size();
            if (shared && sharers > 1) {
                part = part.map(gradient -> gradient / sharers);
            }
            group.networks().backward(perNetwork(part));
            group.networks().step(adam);
        }
    }

    /** The group's agents one after another; nothing is copied when they are all agents. */
    private AgentTensor take(Group group, AgentTensor all) {
        return groups.size() == 1 ? all : all.gather(group.agents());
    }

    /** A shared network reads the rows of all its agents. */
    private AgentTensor perNetwork(AgentTensor part) {
        return shared ? part.reshaped(1, part.agents() * part.rows(), part.width()) : part;
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

    /** The optimizer forgets all gradients; weights stay. */
    public void resetOptimizer() {
        groups.forEach(group -> group.networks().resetOptimizer());
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

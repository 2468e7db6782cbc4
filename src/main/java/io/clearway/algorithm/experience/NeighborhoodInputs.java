package io.clearway.algorithm.experience;

import io.clearway.network.AgentGraph;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gathers s_{N_i^κ}: an agent's own state first, then its neighbors' in ascending order, each padded to one width and
 * missing neighbors as zeros; at the end the agent's number as a one-hot code where agents share weights.
 */
public final class NeighborhoodInputs {
    /** Radius that reaches every agent, connected or not. */
    public static final int ALL_AGENTS = -1;

    private final JointShape shape;
    private final int[][] members;
    private final int places;
    private final boolean identity;

    /**
     * @param radius κ, or {@link #ALL_AGENTS}
     * @param identity whether to add the agent's number
     */
    public NeighborhoodInputs(AgentGraph graph, JointShape shape, int radius, boolean identity) {
        this.shape = shape;
        this.identity = identity;
        this.members = new int[shape.agents()][];
        int most = 0;
        for (int agent = 0; agent < shape.agents(); agent++) {
            members[agent] = ownFirst(agent, reached(graph, agent, radius));
            most = Math.max(most, members[agent].length);
        }
        this.places = most;
    }

    private static List<Integer> reached(AgentGraph graph, int agent, int radius) {
        return radius == ALL_AGENTS
                ? IntStream.range(0, graph.size()).boxed().toList()
                : graph.neighborhood(agent, radius).members();
    }

    private static int[] ownFirst(int agent, List<Integer> neighborhood) {
        List<Integer> ordered = new ArrayList<>(neighborhood);
        ordered.remove(Integer.valueOf(agent));
        ordered.add(0, agent);
        return ordered.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Values an agent's network reads. */
    public int size() {
        return places * shape.width() + (identity ? shape.agents() : 0);
    }

    /** N_i^κ of an agent, itself first. */
    public int[] members(int agent) {
        return members[agent].clone();
    }

    /**
     * Inputs of all agents for some samples, {@link #size} wide.
     *
     * @param states s_i
     * @param samples rows of the states; one may occur again
     */
    public AgentTensor gather(AgentTensor states, int[] samples) {
        return gather(states, samples, 0);
    }

    /** The same with space for more values at the end of each row. */
    public AgentTensor gather(AgentTensor states, int[] samples, int spare) {
        int width = shape.width();
        AgentTensor inputs = AgentTensor.zeros(shape.agents(), samples.length, size() + spare);
        for (int agent = 0; agent < shape.agents(); agent++) {
            for (int row = 0; row < samples.length; row++) {
                int at = inputs.at(agent, row);
                for (int place = 0; place < members[agent].length; place++) {
                    states.copyRow(members[agent][place], samples[row], inputs, at + place * width);
                }
                if (identity) {
                    inputs.set(agent, row, places * width + agent, 1);
                }
            }
        }
        return inputs;
    }

    /** Inputs of one agent from the local observations of all. */
    public float[] gather(float[][] local, int agent) {
        float[] input = new float[size()];
        for (int place = 0; place < members[agent].length; place++) {
            float[] state = local[members[agent][place]];
            System.arraycopy(state, 0, input, place * shape.width(), state.length);
        }
        if (identity) {
            input[places * shape.width() + agent] = 1;
        }
        return input;
    }
}

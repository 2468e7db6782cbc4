package io.clearway.algorithm.experience;

import io.clearway.network.AgentGraph;
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
     * Inputs of all agents for some samples.
     *
     * @param states [agents][capacity][width]
     * @param samples places in the states; one may occur again
     * @return [agents][samples][{@link #size}]
     */
    public float[] gather(float[] states, int capacity, int[] samples) {
        return gather(states, capacity, samples, 0);
    }

    /** The same with room for more values at the end of each row: [agents][samples][{@link #size} + spare]. */
    public float[] gather(float[] states, int capacity, int[] samples, int spare) {
        int size = size() + spare;
        int width = shape.width();
        float[] inputs = new float[shape.agents() * samples.length * size];
        for (int agent = 0; agent < shape.agents(); agent++) {
            int row = agent * samples.length * size;
            for (int sample : samples) {
                for (int place = 0; place < members[agent].length; place++) {
                    int from = (members[agent][place] * capacity + sample) * width;
                    System.arraycopy(states, from, inputs, row + place * width, width);
                }
                if (identity) {
                    inputs[row + places * width + agent] = 1;
                }
                row += size;
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

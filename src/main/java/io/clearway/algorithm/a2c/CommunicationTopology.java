package io.clearway.algorithm.a2c;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.AgentGraph;
import io.clearway.neural.AgentTensor;

/**
 * Neighbors of the agents and sizes of their vectors.
 *
 * @param shape padded sizes of observations and actions
 * @param identity whether an agent's index is an input, since agents share weights
 * @param neighbors [agents][…] ascending, without the agent itself
 * @param withSelf [agents][…] the agent itself, then its neighbors
 * @param encoder units of an encoding layer
 * @param hidden units of the LSTM
 */
@SuppressWarnings("ArrayRecordComponent")
public // read only, never compared
record CommunicationTopology(
        JointShape shape, boolean identity, int[][] neighbors, int[][] withSelf, int encoder, int hidden) {
    static CommunicationTopology of(Task task, A2cSettings settings, boolean identity) {
        AgentGraph graph = task.graph();
        int[][] neighbors = new int[graph.size()][];
        int[][] withSelf = new int[graph.size()][];
        for (int agent = 0; agent < graph.size(); agent++) {
            neighbors[agent] =
                    graph.neighbors(agent).stream().mapToInt(Integer::intValue).toArray();
            withSelf[agent] = new int[neighbors[agent].length + 1];
            withSelf[agent][0] = agent;
            System.arraycopy(neighbors[agent], 0, withSelf[agent], 1, neighbors[agent].length);
        }
        return new CommunicationTopology(
                JointShape.of(task),
                identity,
                neighbors,
                withSelf,
                settings.networks().encoder(),
                settings.networks().hidden());
    }

    /** Number of agents n. */
    int agents() {
        return shape.agents();
    }

    /** Values an agent observes, and its number where weights are shared. */
    public int observation() {
        return shape.width() + (identity ? agents() : 0);
    }

    /** Writes an agent's number into a row of its observations, where weights are shared. */
    void identify(int agent, AgentTensor observations, int row) {
        if (identity) {
            observations.set(agent, row, shape.width() + agent, 1);
        }
    }

    /** The largest number of neighbors, 1 at least, so that every layer has inputs. */
    public int places() {
        int most = 1;
        for (int[] own : neighbors) {
            most = Math.max(most, own.length);
        }
        return most;
    }
}

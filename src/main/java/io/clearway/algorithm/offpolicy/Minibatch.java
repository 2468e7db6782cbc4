package io.clearway.algorithm.offpolicy;

import io.clearway.neural.AgentTensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** The batches B^i of all agents, each drawn by its own agent from its own buffer. A row is a sample. */
final class Minibatch {
    private final DecentralizedReplay replay;
    private final int[][] places;
    private final AgentTensor states;
    private final AgentTensor followers;

    private Minibatch(DecentralizedReplay replay, int[][] places) {
        int stateSize = replay.state(0).length;
        this.replay = replay;
        this.places = places;
        this.states = AgentTensor.zeros(places.length, places[0].length, stateSize);
        this.followers = states.zerosLike();
        for (int agent = 0; agent < places.length; agent++) {
            for (int row = 0; row < places[agent].length; row++) {
                int place = places[agent][row];
                System.arraycopy(replay.state(place), 0, states.values(), states.at(agent, row), stateSize);
                System.arraycopy(replay.follower(place), 0, followers.values(), followers.at(agent, row), stateSize);
            }
        }
    }

    /** @param chances random numbers of each agent */
    static Minibatch draw(DecentralizedReplay replay, int size, List<RandomGenerator> chances) {
        int[][] places = new int[chances.size()][size];
        for (int agent = 0; agent < places.length; agent++) {
            for (int row = 0; row < size; row++) {
                places[agent][row] = chances.get(agent).nextInt(replay.size());
            }
        }
        return new Minibatch(replay, places);
    }

    /** Number of agents n. */
    int agents() {
        return places.length;
    }

    /** |B^i|. */
    int size() {
        return places[0].length;
    }

    /** The index of an agent's sample in the replay. */
    int place(int agent, int row) {
        return places[agent][row];
    }

    /** s_t; read-only. */
    AgentTensor states() {
        return states;
    }

    /** s_{t+1}; read-only. */
    AgentTensor followers() {
        return followers;
    }

    /** A number for each agent and sample, to be filled. */
    AgentTensor numbers() {
        return AgentTensor.zeros(agents(), size(), 1);
    }

    /** Space for an action of each agent and sample. */
    AgentTensor noActions() {
        return AgentTensor.zeros(agents(), size(), replay.width());
    }

    /** a_t^i, in (−1, 1). */
    AgentTensor actions() {
        AgentTensor actions = noActions();
        for (int agent = 0; agent < agents(); agent++) {
            for (int row = 0; row < size(); row++) {
                put(replay.before(agent, places[agent][row]), actions, agent, row);
            }
        }
        return actions;
    }

    /** Puts a = tanh(u) to a place among actions. */
    static void put(double[] before, AgentTensor actions, int agent, int row) {
        for (int i = 0; i < before.length; i++) {
            actions.set(agent, row, i, (float) SquashedGaussian.squash(before[i]));
        }
    }

    /** r_t of an agent's sample. */
    float reward(int agent, int row) {
        return replay.reward(places[agent][row]);
    }

    /** Whether nothing followed an agent's sample. */
    boolean end(int agent, int row) {
        return replay.end(places[agent][row]);
    }
}

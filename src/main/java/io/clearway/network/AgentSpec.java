package io.clearway.network;

/**
 * Observations and actions of one agent.
 *
 * @param id name of the agent, such as the signal's id
 * @param observationSize length of its local observation s_i
 * @param space its actions
 */
public record AgentSpec(String id, int observationSize, ActionSpace space) {
    public AgentSpec {
        if (observationSize < 1) {
            throw new IllegalArgumentException(
                    "Agent %s needs at least one observed value, not %d".formatted(id, observationSize));
        }
    }

    /** An agent with this many discrete actions. */
    public AgentSpec(String id, int observationSize, int actions) {
        this(id, observationSize, new ActionSpace.Discrete(actions));
    }

    /** Number of discrete actions, the length of its mask; 0 when it chooses real numbers. */
    public int actions() {
        return space instanceof ActionSpace.Discrete discrete ? discrete.count() : 0;
    }

    /** How many real numbers it chooses at once; 0 when it has a finite set of choices. */
    public int numbers() {
        return space instanceof ActionSpace.Box box ? box.numbers().size() : 0;
    }
}

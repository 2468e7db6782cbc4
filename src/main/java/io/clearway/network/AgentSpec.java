package io.clearway.network;

/**
 * What one agent sees and may do.
 *
 * @param id name of the agent, such as the signal's id
 * @param observationSize length of its local observation s_i
 * @param actions number of its discrete actions; choices are 0 … actions − 1
 */
public record AgentSpec(String id, int observationSize, int actions) {
    public AgentSpec {
        if (observationSize < 1 || actions < 1) {
            throw new IllegalArgumentException(
                    "Agent %s needs at least one observed value and one action, not %d and %d"
                            .formatted(id, observationSize, actions));
        }
    }
}

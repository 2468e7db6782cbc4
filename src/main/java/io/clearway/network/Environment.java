package io.clearway.network;

import java.util.List;

/**
 * A networked MDP: {@link #reset} begins an episode, {@link #step} advances it by one joint decision. An environment is
 * used by one thread at a time and owns its resources until {@link #close}.
 */
public interface Environment extends AutoCloseable {
    /** The agents and their links; agents in the order of all joint values. */
    AgentGraph graph();

    /** Observations and actions of each agent, in the order of the graph. */
    List<AgentSpec> agents();

    /** Decisions in a full episode. */
    int horizon();

    /** Begins a new episode; the same seed gives the same episode for the same actions, bit for bit. */
    JointObservation reset(long seed);

    /** Executes a joint action until the next decision. */
    Step step(JointAction action);

    @Override
    void close();
}

package io.clearway.network;

import java.util.List;

/**
 * A networked MDP to play in: {@link #reset} begins an episode, {@link #step} advances it by one joint decision. An
 * environment is used by one thread at a time and owns what it opens until {@link #close}.
 */
public interface Environment extends AutoCloseable {
    /** Who is connected to whom; agents in the order of all joint values. */
    AgentGraph graph();

    /** What each agent sees and may do, in the order of the graph. */
    List<AgentSpec> agents();

    /** Decisions in a full episode. */
    int horizon();

    /** Begins a new episode; the same seed gives the same episode for the same actions, bit for bit. */
    JointObservation reset(long seed);

    /** Carries out a joint action until the next decision. */
    Step step(JointAction action);

    @Override
    void close();
}

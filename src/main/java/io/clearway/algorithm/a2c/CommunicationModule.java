package io.clearway.algorithm.a2c;

import io.clearway.neural.AgentValues;
import io.clearway.neural.tape.Tape;
import java.util.Set;

/** How the input of every agent's LSTM is formed, for all agents at once. */
public interface CommunicationModule {
    /** Length of that input. */
    int inputs();

    /** What each agent tells its neighbors at a decision. */
    Set<MessageContent> told();

    /**
     * What needs no message of this kind of state: for all steps at once.
     *
     * @param observations s_i [agents][rows][observation]
     * @param policies what is told of π_{i,t−1}, the policies of the step before: probabilities of choices, means of
     *     real numbers [agents][rows][code]
     */
    AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies);

    /** Whether {@link #hear} adds anything. */
    default boolean listens() {
        return false;
    }

    /**
     * The LSTM's input at one step, after what neighbors tell of their step before.
     *
     * @param perceived the step's part of {@link #perceive}
     * @param hidden h_{i,t−1} [agents][rows][hidden]
     * @param gates 1 where an agent lets its message through [agents][rows]
     */
    default AgentValues hear(Tape tape, AgentValues perceived, AgentValues hidden, float[] gates) {
        return perceived;
    }
}

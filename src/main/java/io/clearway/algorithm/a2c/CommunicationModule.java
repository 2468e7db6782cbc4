package io.clearway.algorithm.a2c;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.Tape;
import java.util.Optional;
import java.util.Set;

/**
 * How the input of every agent's LSTM is formed, for all agents at once.
 *
 * @param inputs length of that input
 * @param contents what each agent sends to its neighbors at a decision
 * @param perception what needs no message of this kind of state
 * @param reception adds what neighbors send of their step before; empty where they send nothing
 */
public record CommunicationModule(
        int inputs, Set<MessageContent> contents, Perception perception, Optional<Reception> reception) {

    /** Without messages that depend on the step before. */
    public static CommunicationModule perceiving(int inputs, Set<MessageContent> contents, Perception perception) {
        return new CommunicationModule(inputs, contents, perception, Optional.empty());
    }

    /** The same with messages. */
    public CommunicationModule receiving(Reception messages) {
        return new CommunicationModule(inputs, contents, perception, Optional.of(messages));
    }

    /** What needs no message of this kind of state: for all steps at once. */
    public interface Perception {
        /**
         * The LSTM's input, or its part.
         *
         * @param observations s_i
         * @param policies codes of π_{i,t−1}, the policies of the step before: probabilities of choices, means of real
         *     numbers
         */
        AgentValues of(Tape tape, AgentValues observations, AgentValues policies);
    }

    /** The LSTM's input at one step, after what neighbors send of their step before. */
    public interface Reception {
        /**
         * The LSTM's input.
         *
         * @param perceived the step's part of the {@link Perception}
         * @param hidden h_{i,t−1}
         * @param gates 1 where an agent sends its message
         */
        AgentValues of(Tape tape, AgentValues perceived, AgentValues hidden, AgentTensor gates);
    }
}

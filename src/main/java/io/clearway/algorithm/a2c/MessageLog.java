package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.JointObservation;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of one episode sent each other: what was to be expected of their actions, and gates; and the
 * distributions that they drew from. A trajectory holds none of it.
 */
final class MessageLog {
    private final List<AgentTensor> policies = new ArrayList<>();
    private final List<AgentTensor> descriptions = new ArrayList<>();
    private final List<AgentTensor> gates = new ArrayList<>();
    private @Nullable JointObservation first;

    /** The log of agents that follow a rule: the policy of each is the action it took, and all messages pass. */
    static MessageLog ofRule(EpisodeBuffer episode, JointShape shape) {
        MessageLog log = new MessageLog();
        for (int time = 0; time < episode.length(); time++) {
            AgentTensor taken = codes(shape);
            for (int agent = 0; agent < shape.agents(); agent++) {
                episode.encodeAction(time, agent, taken.values(), taken.at(agent, 0));
            }
            log.policies.add(taken);
            log.gates.add(open(shape));
        }
        return log;
    }

    /** Space for a code of each agent's action. */
    static AgentTensor codes(JointShape shape) {
        return AgentTensor.zeros(shape.agents(), 1, shape.kind().code());
    }

    /** What agents assume of each other before the first step. */
    static AgentTensor unknown(JointShape shape) {
        AgentTensor even = codes(shape);
        for (int agent = 0; agent < shape.agents(); agent++) {
            shape.kind().encodeUnknown(shape.actionsOf(agent), even.values(), even.at(agent, 0));
        }
        return even;
    }

    /** All messages are sent. */
    static AgentTensor open(JointShape shape) {
        return AgentTensor.zeros(shape.agents(), 1, 1).map(zero -> 1);
    }

    /**
     * Records a step, one row for each agent.
     *
     * @param description of the distributions drawn from
     * @param policy codes of them, as they are sent
     * @param gate 1 where the next message is sent
     */
    void add(JointObservation seen, AgentTensor description, AgentTensor policy, AgentTensor gate) {
        if (policies.isEmpty()) {
            // trajectories keep this part only
            first = seen.forLearners();
        }
        descriptions.add(description);
        policies.add(policy);
        gates.add(gate);
    }

    /** Steps written down. */
    int length() {
        return policies.size();
    }

    /** Whether it is of the episode that began with this very observation. */
    boolean beganWith(JointObservation seen) {
        return first == seen.forLearners();
    }

    /** Descriptions of the distributions that a step was drawn from; a rule has none. */
    Optional<AgentTensor> drawnFrom(int step) {
        return step < descriptions.size() ? Optional.of(descriptions.get(step)) : Optional.empty();
    }

    /** Codes of the policies that were sent after a number of steps. */
    AgentTensor policyAfter(int steps, JointShape shape) {
        return steps == 0 ? unknown(shape) : policies.get(steps - 1);
    }

    /** Gates after a number of steps. */
    AgentTensor gateAfter(int steps, JointShape shape) {
        return steps == 0 ? open(shape) : gates.get(steps - 1);
    }
}

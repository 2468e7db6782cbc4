package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.JointObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of one episode told each other: what was to be expected of their actions, and gates; and the
 * distributions that they drew from. A trajectory holds none of it.
 */
final class MessageLog {
    private final List<float[]> policies = new ArrayList<>();
    private final List<float[]> descriptions = new ArrayList<>();
    private final List<float[]> gates = new ArrayList<>();
    private @Nullable JointObservation first;

    /** The diary of agents that follow a rule: the policy of each is the action it took, and all messages are heard. */
    static MessageLog ofRule(EpisodeBuffer episode, JointShape shape) {
        MessageLog diary = new MessageLog();
        for (int time = 0; time < episode.length(); time++) {
            float[] taken = new float[shape.agents() * shape.kind().code()];
            for (int agent = 0; agent < shape.agents(); agent++) {
                shape.kind()
                        .encode(
                                episode.action(time, agent),
                                taken,
                                agent * shape.kind().code());
            }
            diary.policies.add(taken);
            diary.gates.add(open(shape));
        }
        return diary;
    }

    /** What agents assume of each other before the first step. */
    static float[] unknown(JointShape shape) {
        float[] even = new float[shape.agents() * shape.kind().code()];
        for (int agent = 0; agent < shape.agents(); agent++) {
            shape.kind()
                    .encodeUnknown(
                            shape.actionsOf(agent), even, agent * shape.kind().code());
        }
        return even;
    }

    /** All messages are let through. */
    static float[] open(JointShape shape) {
        float[] open = new float[shape.agents()];
        Arrays.fill(open, 1);
        return open;
    }

    /**
     * Writes down a step; the arrays are taken over.
     *
     * @param description of the distributions drawn from [agents][description]
     * @param policy what is told of them [agents][code]
     * @param gate 1 where the next message is let through [agents]
     */
    void add(JointObservation seen, float[] description, float[] policy, float[] gate) {
        if (policies.isEmpty()) {
            first = seen;
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
        return first == seen;
    }

    /** Descriptions of the distributions that a step was drawn from [agents][description]; a rule has none. */
    Optional<float[]> drawnFrom(int step) {
        return step < descriptions.size() ? Optional.of(descriptions.get(step)) : Optional.empty();
    }

    /** What was told of policies after a number of steps [agents][code]. */
    float[] policyAfter(int steps, JointShape shape) {
        return steps == 0 ? unknown(shape) : policies.get(steps - 1);
    }

    /** Gates after a number of steps [agents]. */
    float[] gateAfter(int steps, JointShape shape) {
        return steps == 0 ? open(shape) : gates.get(steps - 1);
    }
}

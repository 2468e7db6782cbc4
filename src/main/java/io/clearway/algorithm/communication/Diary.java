package io.clearway.algorithm.communication;

import io.clearway.algorithm.policygradient.Episode;
import io.clearway.algorithm.policygradient.JointShape;
import io.clearway.network.JointObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the agents of one episode told each other: their policies and gates, which a trajectory does not hold. */
final class Diary {
    private final List<float[]> policies = new ArrayList<>();
    private final List<float[]> gates = new ArrayList<>();
    private @Nullable JointObservation first;

    /** The diary of agents that follow a rule: the policy of each is the action it took, and all messages are heard. */
    static Diary ofRule(Episode episode, JointShape shape) {
        Diary diary = new Diary();
        for (int time = 0; time < episode.length(); time++) {
            float[] taken = new float[shape.agents() * shape.actions()];
            for (int agent = 0; agent < shape.agents(); agent++) {
                taken[agent * shape.actions() + (int) episode.action(time, agent)] = 1;
            }
            diary.policies.add(taken);
            diary.gates.add(open(shape));
        }
        return diary;
    }

    /** What agents assume of each other before the first step: each of its actions is equally likely. */
    static float[] unknown(JointShape shape) {
        float[] even = new float[shape.agents() * shape.actions()];
        for (int agent = 0; agent < shape.agents(); agent++) {
            int own = shape.actionsOf(agent);
            Arrays.fill(even, agent * shape.actions(), agent * shape.actions() + own, 1f / own);
        }
        return even;
    }

    /** All messages are let through. */
    static float[] open(JointShape shape) {
        float[] open = new float[shape.agents()];
        Arrays.fill(open, 1);
        return open;
    }

    /** Writes down a step; the arrays are taken over. */
    void add(JointObservation seen, float[] policy, float[] gate) {
        if (policies.isEmpty()) {
            first = seen;
        }
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

    /** Policies after a number of steps [agents][actions]. */
    float[] policyAfter(int steps, JointShape shape) {
        return steps == 0 ? unknown(shape) : policies.get(steps - 1);
    }

    /** Gates after a number of steps [agents]. */
    float[] gateAfter(int steps, JointShape shape) {
        return steps == 0 ? open(shape) : gates.get(steps - 1);
    }
}

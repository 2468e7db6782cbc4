package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointObservation;
import java.util.List;

/**
 * Where each agent's observation and action lie when those of all agents are put side by side, without gaps, as critics
 * read them.
 */
final class JointLayout {
    private final int[] observationAt;
    private final int[] actionAt;

    JointLayout(List<AgentSpec> agents, ActionRanges ranges) {
        this.observationAt = new int[agents.size() + 1];
        this.actionAt = new int[agents.size() + 1];
        for (int agent = 0; agent < agents.size(); agent++) {
            observationAt[agent + 1] = observationAt[agent] + agents.get(agent).observationSize();
            actionAt[agent + 1] = actionAt[agent] + ranges.numbers(agent);
        }
    }

    /** Number of agents n. */
    int agents() {
        return actionAt.length - 1;
    }

    /** Values that all agents observe together. */
    int observations() {
        return observationAt[agents()];
    }

    /** Where an agent's observation begins among all. */
    int observationAt(int agent) {
        return observationAt[agent];
    }

    /** Values that an agent observes. */
    int observationSize(int agent) {
        return observationAt[agent + 1] - observationAt[agent];
    }

    /** Largest number of values that an agent observes: inputs of an actor. */
    int widestObservation() {
        return widest(observationAt);
    }

    /** Real numbers that all agents choose together. */
    int actions() {
        return actionAt[agents()];
    }

    /** Where an agent's action begins among all. */
    int actionAt(int agent) {
        return actionAt[agent];
    }

    /** How many real numbers an agent chooses. */
    int numbers(int agent) {
        return actionAt[agent + 1] - actionAt[agent];
    }

    /** Largest count of real numbers that an agent chooses: outputs of an actor. */
    int widestAction() {
        return widest(actionAt);
    }

    private static int widest(int[] at) {
        int widest = 0;
        for (int agent = 1; agent < at.length; agent++) {
            widest = Math.max(widest, at[agent] - at[agent - 1]);
        }
        return widest;
    }

    /** All local observations side by side. */
    float[] joint(JointObservation observation) {
        float[] joint = new float[observations()];
        for (int agent = 0; agent < agents(); agent++) {
            System.arraycopy(observation.local(agent), 0, joint, observationAt[agent], observationSize(agent));
        }
        return joint;
    }

    /** All actions side by side. */
    float[] joint(double[][] actions) {
        float[] joint = new float[actions()];
        for (int agent = 0; agent < agents(); agent++) {
            for (int i = 0; i < numbers(agent); i++) {
                joint[actionAt[agent] + i] = (float) actions[agent][i];
            }
        }
        return joint;
    }
}

package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;
import java.util.List;

/**
 * The predicted result of a joint step, with a row per sample.
 *
 * @param states ŝ', within the range seen in real play
 * @param rewards r̂, in the environment's unit
 * @param termination probability that the process ends, as each agent's model predicts it
 * @param legal predicted masks, at least one action each
 */
public record Prediction(AgentTensor states, AgentTensor rewards, AgentTensor termination, ActionMasks legal) {
    /** Mean probability above which the process is predicted to end. */
    private static final double EVEN = 0.5;

    /**
     * A prediction put together from others row by row.
     *
     * @param source which of the others, for each agent and row
     * @param place which of the agent's rows there
     */
    public static Prediction gathered(JointShape shape, List<Prediction> sources, int[][] source, int[][] place) {
        int rows = place[0].length;
        AgentTensor states = AgentTensor.zeros(shape.agents(), rows, shape.width());
        AgentTensor rewards = AgentTensor.zeros(shape.agents(), rows, 1);
        AgentTensor termination = AgentTensor.zeros(shape.agents(), rows, 1);
        ActionMasks legal = shape.masks(rows);
        for (int agent = 0; agent < shape.agents(); agent++) {
            for (int row = 0; row < rows; row++) {
                Prediction from = sources.get(source[agent][row]);
                int at = place[agent][row];
                from.states.copyRow(agent, at, states, states.at(agent, row));
                from.legal.copyRow(agent, at, legal, row);
                rewards.set(agent, row, 0, from.rewards.get(agent, at, 0));
                termination.set(agent, row, 0, from.termination.get(agent, at, 0));
            }
        }
        return new Prediction(states, rewards, termination, legal);
    }

    /** Whether the process ends in a sample: the mean over agents is above one half. */
    public boolean ends(int sample) {
        int agents = termination.agents();
        double sum = 0;
        for (int agent = 0; agent < agents; agent++) {
            sum += termination.get(agent, sample, 0);
        }
        return sum > EVEN * agents;
    }
}

package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;
import java.util.List;

/**
 * The predicted result of a joint step, with a row per sample.
 *
 * @param states ŝ', within the range seen in real play
 * @param rewards r̂, in the environment's unit, of a step that is not the last one
 * @param end whether the process ends with the step, and what that is worth
 * @param legal predicted masks, at least one action each
 */
public record Prediction(AgentTensor states, AgentTensor rewards, End end, ActionMasks legal) {
    /**
     * The end of the process, by termination or in an absorbing state, as each agent's model predicts it.
     *
     * @param probability that it comes with the step
     * @param rewards r̂ of the step with which it comes
     * @param staying r̂ at every step after it
     */
    public record End(AgentTensor probability, AgentTensor rewards, AgentTensor staying) {
        /** None. */
        public static End none(int agents, int rows) {
            AgentTensor none = AgentTensor.zeros(agents, rows, 1);
            return new End(none, none, none);
        }
    }

    /**
     * A prediction put together from others row by row.
     *
     * @param source which of the others, for each agent and row
     * @param place which of the agent's rows there
     */
    public static Prediction gathered(JointShape shape, List<Prediction> sources, int[][] source, int[][] place) {
        int rows = place[0].length;
        var gathered = new Prediction(
                AgentTensor.zeros(shape.agents(), rows, shape.width()),
                AgentTensor.zeros(shape.agents(), rows, 1),
                new End(
                        AgentTensor.zeros(shape.agents(), rows, 1),
                        AgentTensor.zeros(shape.agents(), rows, 1),
                        AgentTensor.zeros(shape.agents(), rows, 1)),
                shape.masks(rows));
        for (int agent = 0; agent < shape.agents(); agent++) {
            for (int row = 0; row < rows; row++) {
                gathered.take(sources.get(source[agent][row]), agent, place[agent][row], row);
            }
        }
        return gathered;
    }

    private void take(Prediction from, int agent, int at, int row) {
        from.states.copyRow(agent, at, states, states.at(agent, row));
        from.legal.copyRow(agent, at, legal, row);
        rewards.set(agent, row, 0, from.rewards.get(agent, at, 0));
        end.probability.set(agent, row, 0, from.end.probability.get(agent, at, 0));
        end.rewards.set(agent, row, 0, from.end.rewards.get(agent, at, 0));
        end.staying.set(agent, row, 0, from.end.staying.get(agent, at, 0));
    }
}

package io.clearway.algorithm.experience;

import io.clearway.algorithm.Task;
import io.clearway.network.ActionSpace;
import io.clearway.network.ActionSpace.Box;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.setting.InvalidSetting;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What all agents of a task choose from, real numbers or a choice each; the only place where the two differ. Learners
 * keep an action as {@link #numbers} consecutive values of an array; a distribution is described by the outputs of a
 * network and, after them, by numbers that are the same in all states.
 */
public interface ActionKind {
    /** Length of an agent's mask of legal actions; 0 where there is none. */
    int choices();

    /** Values that learners keep of an action: 1 for a choice, else the largest count of real numbers of an agent. */
    int numbers();

    /** Values that an agent's policy network gives. */
    int outputs();

    /** First values of the numbers that are the same in all states. */
    float[] free();

    /** Values that describe a distribution. */
    default int description() {
        return outputs() + free().length;
    }

    /**
     * A distribution of an agent.
     *
     * @param agent place among the task's agents
     * @param descriptions hold {@link #description} values
     * @param at where they begin
     * @param legal holds the mask
     * @param legalAt where it begins
     */
    ActionDistribution distribution(int agent, float[] descriptions, int at, boolean[] legal, int legalAt);

    /** An agent's distribution in a row of descriptions, under a mask in a row of its own. */
    default ActionDistribution distribution(
            AgentTensor descriptions, int agent, int row, ActionMasks legal, int legalRow) {
        return distribution(
                agent, descriptions.values(), descriptions.at(agent, row), legal.values(), legal.at(agent, legalRow));
    }

    /** An action drawn for each row of descriptions, among those legal in the same row. */
    default AgentTensor draw(AgentTensor descriptions, ActionMasks legal, RandomGenerator chance) {
        AgentTensor actions = AgentTensor.zeros(descriptions.agents(), descriptions.rows(), numbers());
        for (int agent = 0; agent < actions.agents(); agent++) {
            for (int row = 0; row < actions.rows(); row++) {
                distribution(descriptions, agent, row, legal, row)
                        .sample(chance, actions.values(), actions.at(agent, row));
            }
        }
        return actions;
    }

    /** Whether a learned policy does better to draw its actions than to take the most probable one. */
    boolean drawnWhenExecuted();

    /** Values that an action is to a model of the environment. */
    int code();

    /** Writes an action as a model reads it over zeros. */
    void encode(float[] actions, int at, float[] to, int toAt);

    /** Writes what a model is to expect of an action that is not drawn yet over zeros: the mean of its code. */
    void encodeExpected(ActionDistribution distribution, float[] to, int at);

    /**
     * Writes the code of the likeliest action by what {@link #encodeExpected} wrote over zeros, the first of equals.
     */
    void encodeLikeliest(float[] expected, int at, float[] to, int toAt);

    /**
     * Writes what is to be expected of an agent of which nothing is known over zeros.
     *
     * @param choices of that agent, 0 where actions are real numbers
     */
    void encodeUnknown(int choices, float[] to, int at);

    /** Writes an agent's part of a joint action as learners keep it. */
    void keep(JointAction joint, int agent, float[] to, int at);

    /**
     * The joint action of what learners keep.
     *
     * @param kept {@link #numbers} values for each agent, in order
     */
    JointAction joint(float[] kept);

    /**
     * The kind that all agents of a task have.
     *
     * @throws InvalidSetting when some have choices and others real numbers
     */
    static ActionKind of(Task task) {
        List<ActionSpace> spaces = task.agents().stream().map(AgentSpec::space).toList();
        List<Box> boxes = spaces.stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .toList();
        if (boxes.isEmpty()) {
            return new DiscreteActions(
                    task.agents().stream().mapToInt(AgentSpec::actions).max().orElseThrow());
        }
        if (boxes.size() < spaces.size()) {
            throw new InvalidSetting(
                    "scenario",
                    "%d agents with continuous and %d with discrete actions"
                            .formatted(boxes.size(), spaces.size() - boxes.size()),
                    "this algorithm learns for agents of one kind only");
        }
        return new RealActions(boxes);
    }
}

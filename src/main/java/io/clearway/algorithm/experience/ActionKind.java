package io.clearway.algorithm.experience;

import io.clearway.algorithm.Task;
import io.clearway.network.ActionSpace;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.setting.InvalidSetting;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What all agents of a task choose from, a number each or a choice each; the only place where the two differ. Learners
 * keep an action as one number; a distribution is described by the outputs of a network and, after them, by numbers
 * that are the same in all states.
 */
public interface ActionKind {
    /** Length of an agent's mask of legal actions; 0 where there is none. */
    int choices();

    /** Values that an agent's policy network gives. */
    int outputs();

    /** First values of the numbers that are the same in all states. */
    float[] free();

    /** Values that describe a distribution. */
    default int description() {
        return outputs() + free().length;
    }

    /**
     * A distribution.
     *
     * @param descriptions hold {@link #description} values
     * @param at where they begin
     * @param legal holds the mask
     * @param legalAt where it begins
     */
    ActionDistribution distribution(float[] descriptions, int at, boolean[] legal, int legalAt);

    /** The distribution of one description under one mask. */
    default ActionDistribution distribution(float[] description, boolean[] legal) {
        return distribution(description, 0, legal, 0);
    }

    /** An agent's distribution in a row of descriptions, under a mask in a row of its own. */
    default ActionDistribution distribution(
            AgentTensor descriptions, int agent, int row, ActionMasks legal, int legalRow) {
        return distribution(
                descriptions.values(), descriptions.at(agent, row), legal.values(), legal.at(agent, legalRow));
    }

    /** An action drawn for each row of descriptions, among those legal in the same row. */
    default AgentTensor draw(AgentTensor descriptions, ActionMasks legal, RandomGenerator chance) {
        AgentTensor actions = AgentTensor.zeros(descriptions.agents(), descriptions.rows(), 1);
        for (int agent = 0; agent < actions.agents(); agent++) {
            for (int row = 0; row < actions.rows(); row++) {
                ActionDistribution distribution = distribution(descriptions, agent, row, legal, row);
                actions.set(agent, row, 0, distribution.sample(chance));
            }
        }
        return actions;
    }

    /** Whether a learned policy does better to draw its actions than to take the most probable one. */
    boolean drawnWhenExecuted();

    /** Values that an action is to a model of the environment. */
    int code();

    /** Writes an action as a model reads it over zeros. */
    void encode(float action, float[] to, int at);

    /** Writes what a model is to expect of an action that is not drawn yet over zeros: the mean of its code. */
    void encodeExpected(ActionDistribution distribution, float[] to, int at);

    /** The likeliest action by what {@link #encodeExpected} wrote, the first of equals. */
    float likeliest(float[] expected, int at);

    /**
     * Writes what is to be expected of an agent of which nothing is known over zeros.
     *
     * @param choices of that agent, 0 where actions are real numbers
     */
    void encodeUnknown(int choices, float[] to, int at);

    /** An agent's part of a joint action as learners keep it. */
    float kept(JointAction joint, int agent);

    /** The joint action of what learners keep, in the order of the agents. */
    JointAction joint(float[] kept);

    /**
     * The kind that all agents of a task have.
     *
     * @throws InvalidSetting when some have choices and others real numbers
     */
    static ActionKind of(Task task) {
        List<ActionSpace> spaces = task.agents().stream().map(AgentSpec::space).toList();
        List<Interval> intervals = spaces.stream()
                .filter(Interval.class::isInstance)
                .map(Interval.class::cast)
                .toList();
        if (intervals.isEmpty()) {
            return new DiscreteActions(
                    task.agents().stream().mapToInt(AgentSpec::actions).max().orElseThrow());
        }
        if (intervals.size() < spaces.size()) {
            throw new InvalidSetting(
                    "scenario",
                    "%d agents with continuous and %d with discrete actions"
                            .formatted(intervals.size(), spaces.size() - intervals.size()),
                    "this algorithm learns for agents of one kind only");
        }
        return new RealActions(intervals);
    }
}

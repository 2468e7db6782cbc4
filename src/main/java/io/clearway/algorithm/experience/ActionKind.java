package io.clearway.algorithm.experience;

import io.clearway.algorithm.Task;
import io.clearway.network.ActionSpace;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
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
     * @param descriptions rows of {@link #description} values
     * @param row which one
     * @param legal rows of masks
     * @param legalRow which one
     */
    ActionDistribution distribution(float[] descriptions, int row, boolean[] legal, int legalRow);

    /** An action drawn for each row of descriptions, among those legal in the same row. */
    default float[] draw(float[] descriptions, boolean[] legal, RandomGenerator chance) {
        float[] actions = new float[descriptions.length / description()];
        for (int row = 0; row < actions.length; row++) {
            actions[row] = distribution(descriptions, row, legal, row).sample(chance);
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
                    "%d agents with real actions and %d with choices"
                            .formatted(intervals.size(), spaces.size() - intervals.size()),
                    "this algorithm learns for agents of one kind only");
        }
        return new RealActions(intervals);
    }
}

package io.clearway.algorithm.experience;

import io.clearway.algorithm.Task;
import io.clearway.network.AgentSpec;
import io.clearway.setting.InvalidSetting;

/**
 * Observations that hold a row of features for each action, of one length for all agents of all tasks; the first
 * feature is what a rule prefers the action by.
 *
 * @param length features of an action
 */
public record ActionRows(int length) {
    /** Name of the setting that requires such observations. */
    public static final String SETTING = "rowPerAction";

    /**
     * The rows of a task.
     *
     * @throws InvalidSetting naming {@value #SETTING} where agents choose real numbers, or no rows of one length fit
     *     their observations
     */
    public static ActionRows of(Task task) {
        AgentSpec first = task.agents().get(0);
        int length = first.actions() == 0 ? 0 : first.observationSize() / first.actions();
        for (AgentSpec agent : task.agents()) {
            if (agent.actions() == 0) {
                throw new InvalidSetting(
                        SETTING,
                        true,
                        "agent %s chooses a real number, and rows are for choices; give false, or a policy that was learned without"
                                .formatted(agent.id()));
            }
            if (agent.observationSize() != length * agent.actions()) {
                throw new InvalidSetting(
                        SETTING,
                        true,
                        "agent %s observes %d values for %d actions, which are no rows of %d; signals have rows with the scenario setting observation=stages, and rowPerAction=false does without"
                                .formatted(agent.id(), agent.observationSize(), agent.actions(), length));
            }
        }
        return new ActionRows(length);
    }
}

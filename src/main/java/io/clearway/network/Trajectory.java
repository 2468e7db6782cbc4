package io.clearway.network;

import java.util.List;

/**
 * One episode, or a part of one, as experienced.
 *
 * @param observations T + 1 joint observations; the last one follows the last action
 * @param actions T joint actions
 * @param rewards T joint rewards
 * @param terminated whether the process ended after the last action; if not, the last observation's value still counts
 */
public record Trajectory(
        List<JointObservation> observations, List<JointAction> actions, List<JointReward> rewards, boolean terminated) {
    public Trajectory {
        observations = List.copyOf(observations);
        actions = List.copyOf(actions);
        rewards = List.copyOf(rewards);
        if (actions.isEmpty() || observations.size() != actions.size() + 1 || rewards.size() != actions.size()) {
            throw new IllegalArgumentException(
                    "A trajectory of T > 0 steps holds T + 1 observations, T actions, T rewards;"
                            + " got %d, %d, %d".formatted(observations.size(), actions.size(), rewards.size()));
        }
    }

    /** Number of steps T. */
    public int length() {
        return actions.size();
    }
}

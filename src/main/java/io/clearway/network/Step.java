package io.clearway.network;

/**
 * Result of a joint action.
 *
 * @param observation the next joint observation
 * @param reward local rewards of the step
 * @param terminated the process ended: the value after this step is zero
 * @param truncated the time limit was reached: the process would continue, so the value after this step still counts
 */
public record Step(JointObservation observation, JointReward reward, boolean terminated, boolean truncated) {
    /** Whether the episode is over, for either reason. */
    public boolean last() {
        return terminated || truncated;
    }
}

package io.clearway.network;

/**
 * What follows a joint action.
 *
 * @param observation what the agents see next
 * @param reward local rewards of the step
 * @param terminated the process ended: nothing follows, the value after this step is zero
 * @param truncated the time limit came: traffic goes on unseen, so the value after this step still counts
 */
public record Step(JointObservation observation, JointReward reward, boolean terminated, boolean truncated) {
    /** Whether the episode is over, for either reason. */
    public boolean last() {
        return terminated || truncated;
    }
}

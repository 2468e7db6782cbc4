package io.clearway.network;

/**
 * Maps a joint observation to a joint action. Rules and learned policies are both controllers. A controller may keep
 * state, so a new one is created for each episode.
 */
@FunctionalInterface
public interface Controller {
    /** The action of every agent; each one legal by the observation's mask. */
    JointAction act(JointObservation observation);
}

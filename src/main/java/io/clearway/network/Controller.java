package io.clearway.network;

/**
 * Maps a joint observation to a joint action. Rules and learned policies are both controllers. A controller may
 * remember what it saw and did, so a fresh one is taken for each episode.
 */
@FunctionalInterface
public interface Controller {
    /** The choice of every agent; each one legal by the observation's mask. */
    JointAction act(JointObservation observation);
}

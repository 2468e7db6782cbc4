package io.clearway.deployments.recording;

import io.clearway.deployments.ControllerChoice;
import java.time.Instant;
import java.util.UUID;

/**
 * An episode that was filmed second by second, to be looked at again.
 *
 * @param id unique
 * @param name for people
 * @param scenario whose network and demand it plays
 * @param controller who decides
 * @param seed of demand and drivers
 * @param seconds simulated time that was asked for
 * @param created when it was asked for
 */
public record Recording(
        UUID id, String name, String scenario, ControllerChoice controller, long seed, int seconds, Instant created) {
    /** Where a recording stands. */
    public enum State {
        /** It waits, or is being filmed; what is there can be looked at. */
        RECORDING,
        /** It is whole. */
        READY,
        /** It could not go on; the message says why. What was filmed before is there. */
        FAILED
    }

    /**
     * A recording as it stands.
     *
     * @param message why it failed, or was cut; else empty
     * @param frames how many there are
     * @param parts how many parts they come in
     * @param firstSeconds simulated time of the first frame
     * @param lastSeconds simulated time of the last frame
     */
    public record Kept(
            Recording recording,
            State state,
            String message,
            int frames,
            int parts,
            double firstSeconds,
            double lastSeconds) {}
}

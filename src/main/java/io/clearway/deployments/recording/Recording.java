package io.clearway.deployments.recording;

import io.clearway.deployments.ControllerChoice;
import java.time.Instant;
import java.util.UUID;

/**
 * An episode whose traffic is recorded second by second.
 *
 * @param id unique
 * @param name for people
 * @param scenario name of the scenario that is simulated
 * @param controller which controller decides
 * @param seed of demand and driver behavior
 * @param seconds simulated time to record
 * @param created when it was requested
 */
public record Recording(
        UUID id, String name, String scenario, ControllerChoice controller, long seed, int seconds, Instant created) {
    /** State of a recording. */
    public enum State {
        /** Waiting or in progress; the frames so far can be read. */
        RECORDING,
        /** Complete. */
        READY,
        /** Ended by an error, which the message gives; the frames before it are there. */
        FAILED
    }

    /**
     * A recording and what is stored of it.
     *
     * @param message why it failed or was truncated; else empty
     * @param frames how many there are
     * @param parts how many parts they come in
     * @param firstSeconds simulated time of the first frame
     * @param lastSeconds simulated time of the last frame
     */
    public record StoredRecording(
            Recording recording,
            State state,
            String message,
            int frames,
            int parts,
            double firstSeconds,
            double lastSeconds) {}
}

package io.clearway.simulation;

import java.util.List;

/**
 * A program that the simulator runs in place of the network's own: phases in turn, greens extended while traffic
 * arrives.
 *
 * @param light whose program it is
 * @param type what extends a green
 * @param phases in order, transitions included
 */
public record ActuatedProgram(String light, ProgramType type, List<Phase> phases) {
    public ActuatedProgram {
        phases = List.copyOf(phases);
    }

    /** What extends a green up to its maximum duration. */
    public enum ProgramType {
        /** Vehicles that follow each other at short time gaps. */
        ACTUATED,
        /** Vehicles before the stop line that have lost time. */
        DELAY_BASED,
        /** Nothing: phases last their minimum duration. */
        STATIC
    }

    /**
     * A phase.
     *
     * @param minimumSeconds shown at least
     * @param maximumSeconds shown at most; equal to the minimum where nothing extends it
     * @param state SUMO's character per signal index
     */
    public record Phase(double minimumSeconds, double maximumSeconds, String state) {
        public Phase {
            if (!(minimumSeconds > 0 && maximumSeconds >= minimumSeconds)) {
                throw new IllegalArgumentException(
                        "A phase lasts longer than 0 s and at most its maximum duration, not from %s s to %s s"
                                .formatted(minimumSeconds, maximumSeconds));
            }
        }
    }
}

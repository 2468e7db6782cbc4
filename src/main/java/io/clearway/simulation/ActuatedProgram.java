package io.clearway.simulation;

import java.util.List;

/**
 * A program that the simulator runs in place of the network's own: phases in turn, greens extended while traffic
 * arrives.
 *
 * @param light whose program it is
 * @param law what extends a green
 * @param phases in order, transitions included
 */
public record ActuatedProgram(String light, Law law, List<Phase> phases) {
    public ActuatedProgram {
        phases = List.copyOf(phases);
    }

    /** What extends a green up to its maximum duration. */
    public enum Law {
        /** Vehicles that follow each other at short time gaps. */
        GAPS,
        /** Vehicles before the stop line that have lost time. */
        DELAYS,
        /** Nothing: phases last their minimum duration. */
        NOTHING
    }

    /**
     * A phase.
     *
     * @param shortestSeconds shown at least
     * @param longestSeconds shown at most; equal to the shortest where nothing extends it
     * @param state SUMO's character per signal index
     */
    public record Phase(double shortestSeconds, double longestSeconds, String state) {
        public Phase {
            if (!(shortestSeconds > 0 && longestSeconds >= shortestSeconds)) {
                throw new IllegalArgumentException(
                        "A phase lasts longer than 0 s and at most its maximum duration, not from %s s to %s s"
                                .formatted(shortestSeconds, longestSeconds));
            }
        }
    }
}

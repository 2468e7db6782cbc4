package io.clearway.simulation;

import java.util.List;

/**
 * A program that the simulator runs by itself in place of the network's own: phases in turn, greens prolonged while
 * traffic asks for them.
 *
 * @param light whose program it is
 * @param law what prolongs a green
 * @param phases in order, transitions included
 */
public record ActuatedProgram(String light, Law law, List<Phase> phases) {
    public ActuatedProgram {
        phases = List.copyOf(phases);
    }

    /** What prolongs a green up to its longest time. */
    public enum Law {
        /** Vehicles that follow each other at short time gaps. */
        GAPS,
        /** Vehicles on their way to the stop line that have lost time. */
        DELAYS,
        /** Nothing: phases last their shortest time. */
        NOTHING
    }

    /**
     * A phase.
     *
     * @param shortestSeconds shown at least
     * @param longestSeconds shown at most; equal to the shortest where nothing prolongs it
     * @param state SUMO's character per signal index
     */
    public record Phase(double shortestSeconds, double longestSeconds, String state) {
        public Phase {
            if (!(shortestSeconds > 0 && longestSeconds >= shortestSeconds)) {
                throw new IllegalArgumentException(
                        "A phase lasts longer than 0 s and at most its longest time, not from %s s to %s s"
                                .formatted(shortestSeconds, longestSeconds));
            }
        }
    }
}

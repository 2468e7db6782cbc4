package io.clearway.simulation.importing;

import java.util.OptionalDouble;

/**
 * What can be chosen about an import; what is left open comes from the files.
 *
 * @param beginSeconds simulated time at which episodes start
 * @param endSeconds simulated time at which they end
 * @param horizonSeconds how long they are, in place of an end
 * @param tripsPerHour vehicles per hour of a made-up demand
 * @param seed of a made-up demand
 */
public record ImportOptions(
        OptionalDouble beginSeconds,
        OptionalDouble endSeconds,
        OptionalDouble horizonSeconds,
        OptionalDouble tripsPerHour,
        long seed) {
    /** Everything from the files. */
    public static ImportOptions none() {
        return new ImportOptions(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 1);
    }
}

package io.clearway.simulation.importing;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Options of an import; what is left empty is taken from the files.
 *
 * @param beginSeconds simulated time at which episodes start
 * @param endSeconds simulated time at which they end
 * @param horizonSeconds their length, in place of an end
 * @param tripsPerHour vehicles per hour of a generated demand
 * @param seed of a generated demand
 * @param converter options for the converter of street maps, in the simulator's own words
 */
public record ImportOptions(
        OptionalDouble beginSeconds,
        OptionalDouble endSeconds,
        OptionalDouble horizonSeconds,
        OptionalDouble tripsPerHour,
        long seed,
        List<String> converter) {
    public ImportOptions {
        converter = List.copyOf(converter);
    }

    /** Everything from the files. */
    public static ImportOptions none() {
        return new ImportOptions(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                1,
                List.of());
    }
}

package io.clearway.simulation.importing;

import io.clearway.simulation.CompiledNetwork;
import java.nio.file.Path;
import java.util.List;

/**
 * Result of an import: files that the simulator runs, and what was changed in those that were given.
 *
 * @param network its finished network
 * @param routes its demand
 * @param additional files the demand refers to
 * @param beginSeconds simulated time at which episodes start
 * @param endSeconds simulated time at which they end
 * @param demand numbers of the demand
 * @param remarks what was repaired, left out or generated
 */
public record ImportedTraffic(
        CompiledNetwork network,
        List<Path> routes,
        List<Path> additional,
        double beginSeconds,
        double endSeconds,
        DemandCount demand,
        List<Remark> remarks) {
    public ImportedTraffic {
        routes = List.copyOf(routes);
        additional = List.copyOf(additional);
        remarks = List.copyOf(remarks);
    }

    /** Whether a remark requires an action. */
    public enum Kind {
        /** For information. */
        NOTE,
        /** An error that was corrected. */
        REPAIRED,
        /** Something that a person must decide or correct. */
        ACTION_REQUIRED
    }

    /**
     * A note about an import.
     *
     * @param subject the file, signal or lane concerned
     */
    public record Remark(Kind kind, String subject, String text) {}
}

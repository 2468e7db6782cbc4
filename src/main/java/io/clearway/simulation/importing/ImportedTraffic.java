package io.clearway.simulation.importing;

import io.clearway.simulation.CompiledNetwork;
import java.nio.file.Path;
import java.util.List;

/**
 * What an import made: files that the simulator runs, and what became of those that were given.
 *
 * @param network its finished network
 * @param routes its demand
 * @param additional what the demand builds on
 * @param beginSeconds simulated time at which episodes start
 * @param endSeconds simulated time at which they end
 * @param demand the demand in figures
 * @param remarks what was repaired, left out, or made up on the way
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

    /** Whether a remark asks somebody to act. */
    public enum Kind {
        /** For information. */
        NOTE,
        /** Something was wrong and is mended now. */
        REPAIRED,
        /** Something only a person can judge or mend. */
        NEEDS_A_PERSON
    }

    /**
     * Something worth knowing about an import.
     *
     * @param subject file, signal, lane or the like that it is about
     */
    public record Remark(Kind kind, String subject, String words) {}
}

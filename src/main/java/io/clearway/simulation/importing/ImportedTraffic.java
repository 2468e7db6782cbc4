package io.clearway.simulation.importing;

import io.clearway.simulation.CompiledNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Result of an import: files that the simulator runs, and what was changed in those that were given.
 *
 * @param network its finished network
 * @param routes its demand
 * @param additional files the demand refers to
 * @param run what decides on the traffic besides
 * @param demand numbers of the demand
 * @param remarks what was repaired, left out or generated
 */
public record ImportedTraffic(
        CompiledNetwork network,
        List<Path> routes,
        List<Path> additional,
        RunOptions run,
        DemandCount demand,
        List<Remark> remarks) {
    public ImportedTraffic {
        routes = List.copyOf(routes);
        additional = List.copyOf(additional);
        remarks = List.copyOf(remarks);
    }

    /** Simulated time at which episodes start. */
    public double beginSeconds() {
        return run.beginSeconds();
    }

    /** Simulated time at which episodes end. */
    public double endSeconds() {
        return run.endSeconds();
    }

    /**
     * How the simulator runs the traffic.
     *
     * @param beginSeconds simulated time at which episodes start
     * @param endSeconds simulated time at which they end
     * @param scale how many vehicles drive for each of the demand
     * @param stepSeconds of the simulation
     * @param teleportSeconds after which a stuck vehicle is teleported; negative: never; empty: nothing is said of it
     */
    public record RunOptions(
            double beginSeconds, double endSeconds, double scale, double stepSeconds, OptionalDouble teleportSeconds) {}

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

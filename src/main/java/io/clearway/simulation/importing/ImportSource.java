package io.clearway.simulation.importing;

import java.nio.file.Path;
import java.util.List;

/** Files to import; each may be compressed with gzip. */
public sealed interface ImportSource {
    /**
     * A configuration of the simulator, which names the other files.
     *
     * @param within the folder that all of them are in, or below
     */
    record Configuration(Path file, Path within) implements ImportSource {
        /** All files are in the configuration's folder, or below. */
        public Configuration(Path file) {
            this(file, file.toAbsolutePath().resolveSibling(""));
        }
    }

    /**
     * A finished network with its demand.
     *
     * @param routes routes, trips and flows
     * @param additional files they refer to, and signal programs
     */
    record Network(Path file, List<Path> routes, List<Path> additional) implements ImportSource {
        public Network {
            routes = List.copyOf(routes);
            additional = List.copyOf(additional);
        }
    }

    /** An extract of OpenStreetMap; its demand is generated. */
    record StreetMap(Path file) implements ImportSource {}
}

package io.clearway.simulation.importing;

import java.nio.file.Path;
import java.util.List;

/** Files to import; each may be compressed with gzip. */
public sealed interface ImportSource {
    /** A configuration of the simulator, which names the other files; all lie in or below its folder. */
    record Configuration(Path file) implements ImportSource {}

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

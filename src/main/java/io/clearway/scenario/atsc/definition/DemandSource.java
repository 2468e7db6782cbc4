package io.clearway.scenario.atsc.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the demand of a signal-control problem comes from. */
public sealed interface DemandSource {
    /** The files that it is made of. */
    List<Path> files();

    /** Rates of trips from slot to slot, in a JSON file. */
    record Rates(Path file) implements DemandSource {
        @Override
        public List<Path> files() {
            return List.of(file);
        }
    }

    /**
     * Finished route files of the simulator.
     *
     * @param routes routes, trips and flows
     * @param additional what they build on, such as types of vehicles; read before them
     * @param scale how many vehicles drive for each of them
     */
    record Routes(List<Path> routes, List<Path> additional, double scale) implements DemandSource {
        /** Each vehicle once. */
        public Routes(List<Path> routes, List<Path> additional) {
            this(routes, additional, 1);
        }

        public Routes {
            routes = List.copyOf(routes);
            additional = List.copyOf(additional);
        }

        @Override
        public List<Path> files() {
            return Stream.concat(routes.stream(), additional.stream()).toList();
        }
    }
}

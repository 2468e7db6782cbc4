package io.clearway.sumo.process;

import io.clearway.simulation.trips.SimulationRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What SUMO records of the vehicles on some roads: their positions there, and all of their routes. */
final class TracedRoads {
    private static final String FILTER = "traced-roads.txt";
    private static final String ROUTES = "routes.xml";
    private static final String POSITIONS = "positions.xml";

    private TracedRoads() {}

    /** Writes into a folder which roads are traced, if any are. */
    static void write(Path folder, List<String> roads) throws IOException {
        if (!roads.isEmpty()) {
            Files.write(
                    folder.resolve(FILTER),
                    roads.stream().map(road -> "edge:" + road).toList());
        }
    }

    /** SUMO's options for a folder in which {@link #write} has written. */
    static Stream<String> options(Path folder) {
        return Stream.of(
                "--vehroute-output",
                folder.resolve(ROUTES).toString(),
                "--vehroute-output.exit-times",
                "--vehroute-output.last-route",
                "--vehroute-output.write-unfinished",
                "--fcd-output",
                folder.resolve(POSITIONS).toString(),
                "--fcd-output.filter-edges.input-file",
                folder.resolve(FILTER).toString(),
                "--fcd-output.attributes",
                "lane,pos,speed");
    }

    /** Gives what SUMO recorded into a folder: the routes, then the positions. */
    static void read(Path folder, SimulationRecords records) {
        RouteFile.read(folder.resolve(ROUTES), records::route);
        PositionFile.read(folder.resolve(POSITIONS), records::position);
    }
}

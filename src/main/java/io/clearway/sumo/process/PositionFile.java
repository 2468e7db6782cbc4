package io.clearway.sumo.process;

import static io.clearway.sumo.process.RecordLines.attribute;

import io.clearway.simulation.trips.RoadPosition;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * SUMO's floating car data.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/FCDOutput.html">SUMO: FCD output</a>
 */
final class PositionFile {
    private static final String STEP = "<timestep ";
    private static final String VEHICLE = "<vehicle ";
    private double seconds;

    private PositionFile() {}

    static void read(Path file, Consumer<RoadPosition> positions) {
        PositionFile reading = new PositionFile();
        RecordLines.read(file, "fcd-export", "record of positions", line -> reading.line(line, positions));
    }

    private void line(String line, Consumer<RoadPosition> positions) {
        if (line.contains(STEP)) {
            seconds = Double.parseDouble(attribute(line, " time=\""));
        } else if (line.contains(VEHICLE)) {
            positions.accept(new RoadPosition(
                    seconds,
                    attribute(line, " id=\""),
                    attribute(line, " lane=\""),
                    Double.parseDouble(attribute(line, " pos=\"")),
                    Double.parseDouble(attribute(line, " speed=\""))));
        }
    }
}

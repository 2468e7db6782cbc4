package io.clearway.sumo.process;

import io.clearway.simulation.trips.LoopPassage;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * SUMO's record of instantaneous induction loops: a row when a vehicle comes, one when it leaves, and rows between.
 * SUMO 1.15 dates what vehicles do in a step before the time of the step, at which signals change: a vehicle that
 * follows a signal would be dated before the signal.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/Instantaneous_Induction_Loops_Detectors.html">SUMO:
 *     instantaneous induction loops</a>
 */
final class PassageFile {
    private static final String ROW = "<instantOut ";
    private static final String ROOT = "instantE1";

    private PassageFile() {}

    /** @param stepSeconds of the simulation */
    static void read(Path file, double stepSeconds, Consumer<LoopPassage> passages) {
        RecordLines.read(file, ROOT, "record of loops", line -> {
            if (line.contains(ROW)) {
                row(line, stepSeconds, passages);
            }
        });
    }

    private static void row(String line, double stepSeconds, Consumer<LoopPassage> passages) {
        String state = RecordLines.attribute(line, " state=\"");
        boolean enters = state.equals("enter");
        if (enters || state.equals("leave")) {
            passages.accept(new LoopPassage(
                    Double.parseDouble(RecordLines.attribute(line, " time=\"")) + stepSeconds,
                    Integer.parseInt(RecordLines.attribute(line, " id=\"")),
                    RecordLines.attribute(line, " vehID=\""),
                    enters));
        }
    }
}

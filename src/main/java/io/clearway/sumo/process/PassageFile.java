package io.clearway.sumo.process;

import io.clearway.simulation.LoopPassage;
import io.clearway.simulation.SimulationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * SUMO's record of instantaneous induction loops: a row when a vehicle comes, one when it leaves, and rows between.
 * SUMO 1.15 dates what vehicles do in a step before the time of the step, at which signals change: a vehicle that
 * follows a signal would be dated before the signal. It is read by lines, as SUMO writes it: that takes a third of the
 * time that a reader of XML takes.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/Instantaneous_Induction_Loops_Detectors.html">SUMO:
 *     instantaneous induction loops</a>
 */
final class PassageFile {
    private static final String ROW = "<instantOut ";
    private static final String END = "</instantE1>";

    private PassageFile() {}

    /** @param stepSeconds of the simulation */
    static void read(Path file, double stepSeconds, Consumer<LoopPassage> passages) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            boolean whole = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(ROW)) {
                    row(line, stepSeconds, passages);
                }
                // without rows SUMO ends the outermost element where it begins it
                whole |= line.contains(END) || (line.endsWith("/>") && line.startsWith("<instantE1"));
            }
            if (!whole) {
                throw new SimulationException("SUMO's record of loops %s is cut off".formatted(file));
            }
        } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException unreadable) {
            throw new SimulationException(
                    "Cannot read SUMO's record of loops %s: %s".formatted(file, unreadable), unreadable);
        }
    }

    private static void row(String line, double stepSeconds, Consumer<LoopPassage> passages) {
        String state = attribute(line, " state=\"");
        boolean enters = state.equals("enter");
        if (enters || state.equals("leave")) {
            passages.accept(new LoopPassage(
                    Double.parseDouble(attribute(line, " time=\"")) + stepSeconds,
                    Integer.parseInt(attribute(line, " id=\"")),
                    attribute(line, " vehID=\""),
                    enters));
        }
    }

    private static String attribute(String line, String name) {
        int begin = line.indexOf(name) + name.length();
        return line.substring(begin, line.indexOf('"', begin));
    }
}

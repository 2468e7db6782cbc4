package io.clearway.sumo.process;

import io.clearway.simulation.LoopPassage;
import io.clearway.sumo.xml.XmlElements;
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
    private PassageFile() {}

    /** @param stepSeconds of the simulation */
    static void read(Path file, double stepSeconds, Consumer<LoopPassage> passages) {
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("instantE1", "record of loops by SUMO");
            while (elements.next()) {
                String state = elements.text("state");
                boolean enters = state.equals("enter");
                if (enters || state.equals("leave")) {
                    passages.accept(new LoopPassage(
                            elements.number("time") + stepSeconds,
                            elements.integer("id"),
                            elements.text("vehID"),
                            enters));
                }
            }
        }
    }
}

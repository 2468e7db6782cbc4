package io.clearway.sumo.process;

import io.clearway.simulation.trips.LaneTotals;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * SUMO's {@code laneData} of a single interval, by lane.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/Lane-_or_Edge-based_Traffic_Measures.html">SUMO: lane-based
 *     traffic measures</a>
 */
final class LaneFile {
    private LaneFile() {}

    static Map<String, LaneTotals> read(Path file) {
        Map<String, LaneTotals> lanes = new HashMap<>();
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("meandata", "record of lanes by SUMO");
            while (elements.next()) {
                if (elements.name().equals("lane")) {
                    lanes.put(
                            elements.text("id"),
                            new LaneTotals(elements.number("timeLoss", 0), elements.number("waitingTime", 0), (int)
                                    elements.number("left", 0)));
                }
            }
        }
        return lanes;
    }
}

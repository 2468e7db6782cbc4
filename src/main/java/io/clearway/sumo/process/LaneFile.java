package io.clearway.sumo.process;

import io.clearway.simulation.trips.LaneTotals;
import io.clearway.sumo.demand.AdditionalFile;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * SUMO's {@code laneData} of a single interval, by lane, and the halts that its lane area detectors counted.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/Lane-_or_Edge-based_Traffic_Measures.html">SUMO: lane-based
 *     traffic measures</a>
 */
final class LaneFile {
    private LaneFile() {}

    /** Totals of lanes in a folder, with halts where these were counted. */
    static Map<String, LaneTotals> readAll(Path folder) {
        Map<String, LaneTotals> lanes = new HashMap<>(read(folder.resolve(AdditionalFile.LANES)));
        Path halts = folder.resolve(AdditionalFile.HALTS);
        if (Files.exists(halts)) {
            try (XmlElements elements = XmlElements.open(halts)) {
                elements.root("detector", "record of detectors by SUMO");
                while (elements.next()) {
                    if (elements.name().equals("interval")) {
                        String lane = elements.text("id").substring(AdditionalFile.HALTS_PREFIX.length());
                        double counted = elements.number("startedHalts");
                        lanes.computeIfPresent(lane, (id, totals) -> totals.withHalts(counted));
                    }
                }
            }
        }
        return lanes;
    }

    private static Map<String, LaneTotals> read(Path file) {
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

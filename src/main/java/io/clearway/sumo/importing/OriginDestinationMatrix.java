package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.SimulationException;
import io.clearway.sumo.xml.Seconds;
import io.clearway.sumo.xml.XmlElements;
import io.clearway.sumo.xml.XmlFile;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;

/**
 * A matrix of trips between zones as SUMO writes it ({@code <data><interval><tazRelation>}), made into flows: each
 * number of trips spreads evenly over its interval. The zones are those of a TAZ file.
 */
final class OriginDestinationMatrix {
    /** Its multiples modulo 1 spread evenly. */
    private static final double GOLDEN_RATIO = 0.618_033_988_749_894_9;

    private OriginDestinationMatrix() {}

    /** Whether a file is a matrix, by its root element. */
    static boolean isOne(Path file) {
        try (XmlElements elements = XmlElements.open(file)) {
            return elements.next() && elements.name().equals("data");
        } catch (SimulationException otherFault) {
            // whoever reads it as traffic names the fault
            return false;
        }
    }

    /**
     * Writes its flows.
     *
     * @param name the user's name of the file
     * @param prefix of the flows' ids
     * @return number of trips
     */
    static int write(String name, String prefix, Path matrix, Path flows) {
        int vehicles = 0;
        double carried = 0;
        int number = 0;
        String begin = "";
        String end = "";
        try (XmlElements elements = XmlElements.open(matrix);
                XmlFile xml = XmlFile.create(flows, "routes")) {
            elements.anyRoot();
            while (elements.next()) {
                if (elements.name().equals("interval")) {
                    begin = elements.text("begin");
                    end = elements.text("end");
                } else if (elements.name().equals("tazRelation")) {
                    double count = elements.number("count");
                    double seconds = Seconds.parse("end", end) - Seconds.parse("begin", begin);
                    if (!(seconds > 0) || !(count >= 0)) {
                        throw elements.error("%s: <tazRelation> has count %s in an interval of %s s"
                                .formatted(name, count, seconds));
                    }
                    int trips = (int) Math.round(count + carried);
                    carried += count - trips;
                    if (trips > 0) {
                        // not all first vehicles at the begin of their interval
                        double first = Seconds.parse("begin", begin) + seconds / trips * (number * GOLDEN_RATIO % 1);
                        writeFlow(xml.element("flow").with("id", prefix + number), elements, first, end, trips);
                        vehicles += trips;
                    }
                    number++;
                }
            }
        } catch (IOException | XMLStreamException failed) {
            throw new SimulationException("Cannot write the flows of %s: %s".formatted(name, failed), failed);
        }
        if (number == 0) {
            throw new InvalidSetting(name, "no <tazRelation>", "give a matrix with trips between zones");
        }
        return vehicles;
    }

    private static void writeFlow(XmlFile flow, XmlElements relation, double first, String end, int trips)
            throws XMLStreamException {
        flow.with("begin", first)
                .with("end", end)
                .with("number", Integer.toString(trips))
                .with("fromTaz", relation.text("from"))
                .with("toTaz", relation.text("to"));
    }
}

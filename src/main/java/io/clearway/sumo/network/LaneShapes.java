package io.clearway.sumo.network;

import io.clearway.simulation.RoadMap;
import io.clearway.simulation.RoadMap.LaneShape;
import io.clearway.simulation.RoadMap.Point;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the shapes of the lanes of a SUMO network. */
public final class LaneShapes {
    private static final Set<String> FOR_PEDESTRIANS = Set.of("crossing", "walkingarea");
    /** SUMO's default. */
    private static final double DEFAULT_WIDTH_METERS = 3.2;

    private LaneShapes() {}

    /** Reads all of them; the exception for a file that is not a network or has no shapes names file and line. */
    public static RoadMap read(Path file) {
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("net", "SUMO network");
            List<LaneShape> lanes = new ArrayList<>();
            String function = "normal";
            while (elements.next()) {
                if (elements.name().equals("edge")) {
                    function = elements.text("function", "normal");
                } else if (elements.name().equals("lane") && !FOR_PEDESTRIANS.contains(function)) {
                    lanes.add(new LaneShape(
                            elements.text("id"),
                            function.equals("internal"),
                            elements.number("width", DEFAULT_WIDTH_METERS),
                            line(elements)));
                }
            }
            return new RoadMap(lanes);
        }
    }

    /** Points as {@code x,y} or {@code x,y,z}, separated by spaces. */
    static List<Point> line(XmlElements elements) {
        List<Point> line = new ArrayList<>();
        for (String point : elements.text("shape").strip().split("\\s+", -1)) {
            String[] coordinates = point.split(",", -1);
            try {
                line.add(new Point(Double.parseDouble(coordinates[0]), Double.parseDouble(coordinates[1])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException noPoint) {
                throw elements.error("<lane> has the point \"%s\" in its shape, which is not x,y".formatted(point));
            }
        }
        if (line.size() < 2) {
            throw elements.error("<lane> has a shape of fewer than two points");
        }
        return line;
    }
}

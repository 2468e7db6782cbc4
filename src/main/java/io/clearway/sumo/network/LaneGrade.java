package io.clearway.sumo.network;

import io.clearway.sumo.xml.XmlElements;
import java.util.List;

/** The grade of a lane before its stop line, from the heights of its shape. */
final class LaneGrade {
    /** Reacting and braking from 50 km/h by ITE's values takes 46 m. */
    private static final double STRETCH_METERS = 50;
    /** Heights are rounded to a centimeter, which on shorter lanes makes more than 0.2 %. */
    private static final double SHORTEST_METERS = 5;

    private static final int COORDINATES = 3;

    private LaneGrade() {}

    private record Position(double x, double y, double z) {
        double distance(Position other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /** Rise per meter over the last 50 m, or the whole lane; 0 without heights, and on lanes below 5 m. */
    static double of(XmlElements lane) {
        String shape = lane.text("shape", "").strip();
        List<String> points = List.of(shape.split("\\s+", -1));
        return points.stream().allMatch(point -> point.split(",", -1).length == COORDINATES)
                ? grade(points.stream().map(point -> position(point, lane)).toList())
                : 0;
    }

    private static Position position(String point, XmlElements lane) {
        String[] coordinates = point.split(",", -1);
        try {
            return new Position(
                    Double.parseDouble(coordinates[0]),
                    Double.parseDouble(coordinates[1]),
                    Double.parseDouble(coordinates[2]));
        } catch (NumberFormatException noPoint) {
            throw lane.error("<lane> has the point \"%s\" in its shape, which is not x,y,z".formatted(point));
        }
    }

    private static double grade(List<Position> shape) {
        Position end = shape.get(shape.size() - 1);
        double meters = 0;
        double height = end.z();
        for (int at = shape.size() - 1; at > 0 && meters < STRETCH_METERS; at--) {
            Position from = shape.get(at - 1);
            double length = from.distance(shape.get(at));
            double part = length == 0 ? 1 : Math.min(1, (STRETCH_METERS - meters) / length);
            height = shape.get(at).z() + part * (from.z() - shape.get(at).z());
            meters += part * length;
        }
        return meters < SHORTEST_METERS ? 0 : (end.z() - height) / meters;
    }
}

package io.clearway.simulation;

import java.util.List;

/**
 * Shapes of the lanes of a network, for drawing it.
 *
 * @param lanes every lane for vehicles, including those inside junctions, in the order of the network file
 */
public record RoadMap(List<LaneShape> lanes) {
    public RoadMap {
        lanes = List.copyOf(lanes);
    }

    /**
     * One lane.
     *
     * @param id as in {@link RoadNetwork.Lane#id}
     * @param internal whether it lies inside a junction
     * @param widthMeters its width
     * @param line its center line, from beginning to end; at least two points
     */
    public record LaneShape(String id, boolean internal, double widthMeters, List<Point> line) {
        public LaneShape {
            line = List.copyOf(line);
        }
    }

    /** A position in the network's own coordinates, in meters. */
    public record Point(double xMeters, double yMeters) {}
}

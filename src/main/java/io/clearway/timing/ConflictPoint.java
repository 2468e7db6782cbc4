package io.clearway.timing;

import io.clearway.simulation.RoadMap.Point;
import io.clearway.simulation.RoadNetwork.Path;
import java.util.List;

/**
 * Where two paths across a junction meet.
 *
 * @param clearingMeters from the stop line of the first to the point
 * @param enteringMeters from the stop line of the second to the point
 */
record ConflictPoint(double clearingMeters, double enteringMeters) {
    /**
     * The point farthest along the first path at which the second crosses it. Where the paths only touch, or their
     * shapes are not known, the whole first path has to be cleared and the second is entered at its stop line, which is
     * on the safe side.
     */
    static ConflictPoint of(Path clearing, Path entering) {
        ConflictPoint last = new ConflictPoint(clearing.lengthMeters(), 0);
        boolean found = false;
        double passed = 0;
        for (int i = 1; i < clearing.shape().size(); i++) {
            Segment own = Segment.of(clearing.shape(), i);
            double other = 0;
            for (int j = 1; j < entering.shape().size(); j++) {
                Segment foe = Segment.of(entering.shape(), j);
                double along = own.meets(foe);
                if (along >= 0 && (!found || passed + along > last.clearingMeters())) {
                    last = new ConflictPoint(passed + along, other + Math.max(0, foe.meets(own)));
                    found = true;
                }
                other += foe.length();
            }
            passed += own.length();
        }
        return last;
    }

    /** A straight piece of a path. */
    private record Segment(Point from, Point to) {
        /** Points closer to a segment's end than this part of it count as on it. */
        private static final double TOLERANCE = 1e-6;

        static Segment of(List<Point> line, int end) {
            return new Segment(line.get(end - 1), line.get(end));
        }

        double length() {
            return Math.hypot(deltaX(), deltaY());
        }

        /** Distance along this segment to where it meets another; −1 when it does not. */
        double meets(Segment other) {
            double determinant = deltaX() * other.deltaY() - deltaY() * other.deltaX();
            if (determinant == 0) {
                return -1;
            }
            double x = other.from.xMeters() - from.xMeters();
            double y = other.from.yMeters() - from.yMeters();
            double own = (x * other.deltaY() - y * other.deltaX()) / determinant;
            double its = (x * deltaY() - y * deltaX()) / determinant;
            return onSegment(own) && onSegment(its) ? Math.max(0, own) * length() : -1;
        }

        private static boolean onSegment(double part) {
            return part >= -TOLERANCE && part <= 1 + TOLERANCE;
        }

        private double deltaX() {
            return to.xMeters() - from.xMeters();
        }

        private double deltaY() {
            return to.yMeters() - from.yMeters();
        }
    }
}

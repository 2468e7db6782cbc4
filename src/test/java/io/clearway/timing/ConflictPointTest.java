package io.clearway.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.simulation.RoadMap.Point;
import io.clearway.simulation.RoadNetwork.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictPointTest {
    private final Path east = path(new Point(0, 0), new Point(10, 0), new Point(30, 0));

    @Test
    void pathsThatCrossMeetAtADistanceFromEachStopLine() {
        Path south = path(new Point(18, 7), new Point(18, -20));
        assertMeets(ConflictPoint.of(east, south), 18, 7);
        assertMeets(ConflictPoint.of(south, east), 7, 18);
    }

    @Test
    void ofSeveralPointsTheFarthestAlongTheClearingPathCounts() {
        Path there = path(new Point(5, -3), new Point(5, 4), new Point(25, 4), new Point(25, -10));
        // up at 5 m, and down again at 25 m after 7 + 20 + 4 m
        assertMeets(ConflictPoint.of(east, there), 25, 31);
        assertMeets(ConflictPoint.of(there, east), 31, 25);
    }

    @Test
    void pathsThatMergeMeetAtTheirEnd() {
        Path merging = path(new Point(20, -10), new Point(30, 0));
        assertMeets(ConflictPoint.of(east, merging), 30, Math.sqrt(200));
    }

    @Test
    void wherePathsDoNotMeetTheWholePathIsClearedAndTheOtherEnteredAtItsStopLine() {
        Path aside = path(new Point(0, 3), new Point(30, 3));
        assertMeets(ConflictPoint.of(east, aside), 30, 0);
    }

    @Test
    void wherePathsAreNotKnownTheLengthIsTaken() {
        Path unknown = new Path(false, 17, 10, List.of());
        assertMeets(ConflictPoint.of(unknown, east), 17, 0);
        assertMeets(ConflictPoint.of(east, unknown), 30, 0);
    }

    private static void assertMeets(ConflictPoint point, double clearing, double entering) {
        assertThat(point.clearingMeters()).isCloseTo(clearing, within(1e-9));
        assertThat(point.enteringMeters()).isCloseTo(entering, within(1e-9));
    }

    private static Path path(Point... points) {
        double length = 0;
        for (int i = 1; i < points.length; i++) {
            length += Math.hypot(
                    points[i].xMeters() - points[i - 1].xMeters(), points[i].yMeters() - points[i - 1].yMeters());
        }
        return new Path(false, length, 13.89, Arrays.asList(points));
    }
}

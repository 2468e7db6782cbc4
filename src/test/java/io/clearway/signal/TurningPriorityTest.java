package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadNetwork.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurningPriorityTest {
    private static final Link STRAIGHT = new Link(0, "side_0", "exit_0", 's', List.of(1), List.of(1));
    private static final Link RIGHT = new Link(1, "main_0", "exit_1", 'r', List.of(0), List.of());

    @Test
    void whoTurnsGivesWayToWhoGoesStraightOnIntoTheSameRoad() {
        assertThat(TurningPriority.yields(RIGHT, STRAIGHT)).isTrue();
        assertThat(TurningPriority.yields(STRAIGHT, RIGHT)).isFalse();
    }

    @Test
    void turnsDoNotDecideWherePathsCrossOrNoneGoesStraightOn() {
        Link crossing = new Link(2, "east_0", "west_0", 's', List.of(1), List.of());
        Link left = new Link(3, "opposite_0", "exit_0", 'l', List.of(1), List.of());
        assertThat(TurningPriority.yields(RIGHT, crossing)).isFalse();
        assertThat(TurningPriority.yields(RIGHT, left)).isFalse();
    }
}

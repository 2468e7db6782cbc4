package io.clearway.signal;

import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Link;
import java.util.List;

/**
 * A small signal: 0 north–south and 2 west–east cross; 1 turns from the north into the road that 2 leads to and gives
 * way to it; 3 enters that road too, and nobody says who goes first between it and 2.
 */
final class Crossing {
    static ConflictMatrix conflicts() {
        return ConflictMatrix.of(new RoadNetwork.TrafficLight(
                "crossing",
                List.of(
                        new Link(0, "north", "south", 's', List.of(2), List.of()),
                        new Link(1, "north", "east", 'l', List.of(2), List.of(2)),
                        new Link(2, "west", "east", 's', List.of(0, 1, 3), List.of()),
                        new Link(3, "south", "east", 'r', List.of(2), List.of())),
                List.of()));
    }

    private Crossing() {}
}

package io.clearway.simulation.passages;

import java.util.List;

/**
 * The places of a network that are watched; what is seen names each by its number in its list.
 *
 * @param lanes where vehicles pass
 * @param crossings where persons wait
 */
public record WatchedPlaces(List<LanePlace> lanes, List<CrossingPlace> crossings) {
    /** No places. */
    public static final WatchedPlaces NONE = new WatchedPlaces(List.of(), List.of());

    public WatchedPlaces {
        lanes = List.copyOf(lanes);
        crossings = List.copyOf(crossings);
    }
}

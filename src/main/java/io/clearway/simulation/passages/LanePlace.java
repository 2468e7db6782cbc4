package io.clearway.simulation.passages;

import java.util.List;

/**
 * A place on a lane at which fronts and rears of vehicles are seen to pass, as an induction loop sees them.
 *
 * @param lane where it lies
 * @param positionMeters from the beginning of the lane
 * @param laneMeters length of the lane
 * @param exits lanes inside the junction that only this lane leads to, directly: a vehicle there was on it, even if no
 *     step ended while it was
 */
public record LanePlace(String lane, double positionMeters, double laneMeters, List<String> exits) {
    public LanePlace {
        exits = List.copyOf(exits);
        if (!(positionMeters >= 0 && positionMeters <= laneMeters)) {
            throw new IllegalArgumentException("A place %s m from the beginning of lane '%s' is not on its %s m"
                    .formatted(positionMeters, lane, laneMeters));
        }
    }
}

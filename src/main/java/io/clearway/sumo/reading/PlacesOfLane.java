package io.clearway.sumo.reading;

import io.clearway.simulation.passages.LanePlace;
import java.util.List;

/**
 * The watched places of one lane.
 *
 * @param lane id
 * @param laneMeters its length
 * @param meters their positions from its beginning
 * @param numbers theirs among all that are watched
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; read at every step
record PlacesOfLane(String lane, double laneMeters, double[] meters, int[] numbers) {
    /** A bit each in {@link LanePass}. */
    private static final int MOST = Long.SIZE;

    /**
     * Those of a lane.
     *
     * @param all that are watched
     * @param numbers of those on this lane
     */
    static PlacesOfLane of(List<LanePlace> all, List<Integer> numbers) {
        LanePlace first = all.get(numbers.get(0));
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("Lane '%s' has %d watched places; at most %d are possible"
                    .formatted(first.lane(), numbers.size(), MOST));
        }
        return new PlacesOfLane(
                first.lane(),
                first.laneMeters(),
                numbers.stream()
                        .mapToDouble(number -> all.get(number).positionMeters())
                        .toArray(),
                numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    int count() {
        return meters.length;
    }
}

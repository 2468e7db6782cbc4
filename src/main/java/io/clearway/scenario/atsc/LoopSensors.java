package io.clearway.scenario.atsc;

import io.clearway.simulation.InductionLoop;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import java.util.List;
import java.util.stream.Stream;

/**
 * Queues estimated from two induction loops in each lane, one where the first vehicle stands at the stop line and one
 * as far back as a lane-area detector reaches: vehicles between them are those that came over the far one less those
 * that came over the near one. What drifts is put right where the loops show it:
 *
 * <ul>
 *   <li>nobody above the near loop since the last reading: who had come before that reading is gone;
 *   <li>the near loop covered nearly all the time: somebody stands on it, and so does everybody behind;
 *   <li>the far loop covered nearly all the time: the queue reaches it.
 * </ul>
 */
final class LoopSensors implements LaneSensors {
    /** From the lane's end to the near loop: below a car that waits a meter before its stop line. */
    private static final double NEAR_METERS = 3;

    /** A loop covered for this share of the time has somebody standing on it. */
    private static final double STANDING_SHARE = 0.8;

    private final Layout layout;
    private final int[] room;
    private final int[] between;
    private double seconds = Double.NaN;

    /** @param room vehicles that fit between the loops of a lane, by detector */
    private LoopSensors(Layout layout, int[] room) {
        this.layout = layout;
        this.room = room;
        this.between = new int[room.length];
    }

    /** Fresh ones for lanes that all have a pair of {@link #loops}. */
    static LoopSensors of(Layout layout, List<RoadNetwork.Lane> lanes, double farMeters) {
        int[] room = lanes.stream()
                .mapToDouble(lane -> Math.min(lane.lengthMeters(), farMeters) - NEAR_METERS)
                .mapToInt(meters -> 1 + (int) Math.max(0, meters / ObservationView.METERS_PER_VEHICLE))
                .toArray();
        return new LoopSensors(layout, room);
    }

    /** The loops of these lanes: all near ones, then all far ones. */
    static List<InductionLoop> loops(List<RoadNetwork.Lane> lanes, double farMeters) {
        return Stream.concat(
                        lanes.stream().map(lane -> new InductionLoop(lane.id() + " near", lane.id(), NEAR_METERS)),
                        lanes.stream().map(lane -> new InductionLoop(lane.id() + " far", lane.id(), farMeters)))
                .toList();
    }

    @Override
    public Told read(Readings readings) {
        double elapsed = Double.isNaN(seconds) ? 0 : readings.seconds() - seconds;
        seconds = readings.seconds();
        int lanes = layout.detectorOf().length;
        int[] vehicles = new int[lanes];
        int[] halting = new int[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            int pair = layout.detectorOf()[lane];
            if (pair >= 0 && elapsed > 0) {
                boolean standing = stands(readings.coveredLoopSeconds(pair), elapsed);
                count(pair, readings, elapsed);
                vehicles[lane] = between[pair] + (standing ? 1 : 0);
                halting[lane] = standing ? vehicles[lane] : 0;
            }
        }
        LaneCounts counts = new LaneCounts(vehicles, halting);
        return new Told(counts, counts);
    }

    private void count(int pair, Readings readings, double elapsed) {
        int far = pair + room.length;
        int came = readings.passedLoop(far);
        int left = readings.passedLoop(pair);
        int count = between[pair] + came - left;
        if (left == 0 && readings.coveredLoopSeconds(pair) == 0) {
            count = Math.min(count, came);
        }
        if (stands(readings.coveredLoopSeconds(far), elapsed)) {
            count = room[pair];
        }
        between[pair] = Math.max(0, Math.min(room[pair], count));
    }

    private static boolean stands(double coveredSeconds, double elapsed) {
        return coveredSeconds >= STANDING_SHARE * elapsed;
    }
}

package io.clearway.scenario.atsc.sensing;

import io.clearway.simulation.InductionLoop;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import java.util.List;
import java.util.stream.Stream;

/**
 * Queues estimated from two induction loops in each lane, one where the first vehicle stands at the stop line and one
 * as far back as a lane-area detector reaches: vehicles between them are those that came over the far one less those
 * that came over the near one. Errors are corrected where the loops show them:
 *
 * <ul>
 *   <li>no vehicle over the near loop since the last reading: those that came before that reading have left;
 *   <li>the near loop occupied nearly all the time: a vehicle stands on it, and so do all behind;
 *   <li>the far loop occupied nearly all the time: the queue reaches it.
 * </ul>
 */
final class LoopSensors implements LaneSensors {
    /** From the lane's end to the near loop: below a car that waits a meter before its stop line. */
    private static final double NEAR_METERS = 3;

    /** A loop occupied for this share of the time has a vehicle standing on it. */
    private static final double STANDING_SHARE = 0.8;

    private final Layout layout;
    private final int[] room;
    private final int[] between;
    private final int[] passed;
    private final double[] coveredSeconds;
    private double seconds = Double.NaN;

    /** @param room capacity between the loops of a lane in vehicles, by detector */
    private LoopSensors(Layout layout, int[] room) {
        this.layout = layout;
        this.room = room;
        this.between = new int[room.length];
        this.passed = new int[2 * room.length];
        this.coveredSeconds = new double[2 * room.length];
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
    public SensorValues read(Readings readings) {
        double elapsed = Double.isNaN(seconds) ? 0 : readings.seconds() - seconds;
        seconds = readings.seconds();
        int lanes = layout.detectorOf().length;
        int[] vehicles = new int[lanes];
        int[] halting = new int[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            int pair = layout.detectorOf()[lane];
            if (pair >= 0) {
                Detected near = detected(pair, readings);
                Detected far = detected(pair + room.length, readings);
                if (elapsed > 0) {
                    boolean standing = near.stands(elapsed);
                    count(pair, near, far, elapsed);
                    vehicles[lane] = between[pair] + (standing ? 1 : 0);
                    halting[lane] = standing ? vehicles[lane] : 0;
                }
            }
        }
        LaneCounts counts = new LaneCounts(vehicles, halting);
        return new SensorValues(counts, counts);
    }

    /** What a loop detected since the last reading. */
    private record Detected(int vehicles, double seconds) {
        boolean stands(double elapsed) {
            return seconds >= STANDING_SHARE * elapsed;
        }
    }

    private Detected detected(int loop, Readings readings) {
        int vehicles = readings.vehiclesEnteredLoop(loop) - passed[loop];
        double covered = readings.occupiedLoopSeconds(loop) - coveredSeconds[loop];
        passed[loop] += vehicles;
        coveredSeconds[loop] = readings.occupiedLoopSeconds(loop);
        return new Detected(vehicles, covered);
    }

    private void count(int pair, Detected near, Detected far, double elapsed) {
        int count = between[pair] + far.vehicles() - near.vehicles();
        if (near.vehicles() == 0 && near.seconds() == 0) {
            count = Math.min(count, far.vehicles());
        }
        if (far.stands(elapsed)) {
            count = room[pair];
        }
        between[pair] = Math.max(0, Math.min(room[pair], count));
    }
}

package io.clearway.scenario.atsc.sensing;

import io.clearway.simulation.Readings;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The sensors at the roads, from which agents and rules observe the traffic; results are measured without them. They
 * may have a memory, so fresh ones are taken for each episode; read once at every decision.
 */
@FunctionalInterface
public interface LaneSensors {
    /** What they report now. */
    SensorValues read(Readings readings);

    /**
     * What sensors report of the subscribed lanes, by their place in
     * {@link io.clearway.simulation.SubscriptionSpec#lanes}. Where one sensor serves as both, the two are the same
     * object.
     *
     * @param lanes of all of a lane
     * @param detectors of the stretch before its stop line; 0 where there is no stop line
     */
    record SensorValues(LaneCounts lanes, LaneCounts detectors) {}

    /**
     * Which sensors of which lanes there are.
     *
     * @param detectorOf the lane's detector by place in the watch; −1 where there is none
     * @param extensions places of the lanes that extend it upstream, often none
     * @param shares of the vehicles on each of those that come onto it
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Layout(int[] detectorOf, int[][] extensions, double[][] shares) {
        /** One of lanes that none extends. */
        Layout(int[] detectorOf) {
            this(detectorOf, new int[detectorOf.length][0], new double[detectorOf.length][0]);
        }

        LaneCounts approaches(Readings readings) {
            return counts(
                    lane -> readings.vehiclesOnLane(lane) + upstream(lane, readings::haltingOnLane),
                    lane -> halting(lane, readings));
        }

        /** Halting vehicles on a lane, and by their shares on the lanes that extend it. */
        int halting(int lane, Readings readings) {
            return readings.haltingOnLane(lane) + upstream(lane, readings::haltingOnLane);
        }

        private int upstream(int lane, IntUnaryOperator count) {
            double vehicles = 0;
            for (int further = 0; further < extensions[lane].length; further++) {
                vehicles += shares[lane][further] * count.applyAsInt(extensions[lane][further]);
            }
            return (int) Math.round(vehicles);
        }

        LaneCounts lanes(Readings readings) {
            return counts(lane -> readings.vehiclesOnLane(lane), lane -> readings.haltingOnLane(lane));
        }

        LaneCounts detectors(Readings readings) {
            return counts(
                    lane -> detectorOf[lane] < 0 ? 0 : readings.vehiclesOnDetector(detectorOf[lane]),
                    lane -> detectorOf[lane] < 0 ? 0 : readings.haltingOnDetector(detectorOf[lane]));
        }

        private LaneCounts counts(IntUnaryOperator vehicles, IntUnaryOperator halting) {
            int[] standing = new int[detectorOf.length];
            int[] all = new int[detectorOf.length];
            Arrays.setAll(all, vehicles);
            Arrays.setAll(standing, halting);
            return new LaneCounts(all, standing);
        }
    }

    /** Detectors before the stop lines and the whole lanes besides, as the papers' environments have them. */
    static LaneSensors all(Layout layout) {
        return readings -> new SensorValues(layout.lanes(readings), layout.detectors(readings));
    }

    /** Detectors before the stop lines only: what stands further back is not observed. */
    static LaneSensors laneArea(Layout layout) {
        return readings -> one(layout.detectors(readings));
    }

    /** Sensors that observe whole lanes, such as cameras. */
    static LaneSensors wholeLane(Layout layout) {
        return readings -> one(layout.lanes(readings));
    }

    /**
     * Sensors that observe whole approaches: the last lanes, and who halts on the lanes before them. Who drives there
     * may still change lanes, and counts for no movement yet.
     */
    static LaneSensors wholeApproach(Layout layout) {
        return readings -> one(layout.approaches(readings));
    }

    private static SensorValues one(LaneCounts counts) {
        return new SensorValues(counts, counts);
    }
}

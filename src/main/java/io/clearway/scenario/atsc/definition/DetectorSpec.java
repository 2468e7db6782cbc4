package io.clearway.scenario.atsc.definition;

import java.util.OptionalDouble;

/**
 * How the papers observe and score the traffic: the detectors and what is counted on them.
 *
 * @param detectorMeters how far a detector reaches back from the stop line
 * @param detectorGapMeters how far before the stop line it ends
 * @param observation what the learner observes with {@code observation=paper}
 * @param reward how it is scored with {@code reward=paper}
 * @param sensors what agents and rules observe the traffic with by default
 */
public record DetectorSpec(
        double detectorMeters, double detectorGapMeters, Observation observation, Reward reward, SensorKind sensors) {
    private static final double REACH_METERS = 50;
    private static final double GAP_METERS = 1;

    /** Those of the grid of Chu et al. 2020. */
    public static final DetectorSpec GRID = new DetectorSpec(
            REACH_METERS,
            GAP_METERS,
            new Observation(Stretch.DETECTOR, new Divisor.Vehicles(5), OptionalDouble.of(2)),
            new Reward(Stretch.DETECTOR, OptionalDouble.empty(), 720));

    /** Those of Monaco in Chu et al. 2020. */
    public static final DetectorSpec MONACO = new DetectorSpec(
            REACH_METERS,
            GAP_METERS,
            new Observation(Stretch.LANE_AND_UPSTREAM, new Divisor.Length(7.5), OptionalDouble.empty()),
            new Reward(Stretch.LANE, OptionalDouble.of(10), 720),
            SensorKind.WHOLE_LANE);

    /** Those of New York in Ma et al. 2024. */
    public static final DetectorSpec NEW_YORK = new DetectorSpec(
            REACH_METERS,
            GAP_METERS,
            new Observation(Stretch.LANE, new Divisor.Length(200), OptionalDouble.empty()),
            new Reward(Stretch.LANE, OptionalDouble.empty(), 10_000),
            SensorKind.WHOLE_LANE);

    public DetectorSpec {
        if (!(detectorGapMeters >= 0 && detectorMeters > detectorGapMeters)) {
            throw new IllegalArgumentException("A detector cannot reach from %s m to %s m before the stop line"
                    .formatted(detectorMeters, detectorGapMeters));
        }
    }

    /** Those of the papers, whose rules and learners may observe detectors and whole lanes. */
    public DetectorSpec(double detectorMeters, double detectorGapMeters, Observation observation, Reward reward) {
        this(detectorMeters, detectorGapMeters, observation, reward, SensorKind.ALL);
    }

    /** Whether observation or reward is counted on detectors. */
    public boolean usesDetectors() {
        return observation.stretch() == Stretch.DETECTOR || reward.stretch() == Stretch.DETECTOR;
    }

    /** A stretch of road before a stop line. */
    public enum Stretch {
        /** The lane's detector. */
        DETECTOR,
        /** The whole lane. */
        LANE,
        /** The lane and the lanes that extend it upstream. */
        LANE_AND_UPSTREAM
    }

    /** What a count of vehicles is divided by. */
    public sealed interface Divisor {
        /** By a number of vehicles. */
        record Vehicles(double vehicles) implements Divisor {}

        /** By the length of the stretch over the meters for one vehicle. */
        record Length(double metersPerVehicle) implements Divisor {}
    }

    /**
     * One value per link: the vehicles before its stop line, divided, and cut to a limit where there is one.
     *
     * @param stretch where they are counted
     */
    public record Observation(Stretch stretch, Divisor divisor, OptionalDouble limit) {}

    /**
     * −Σ over the links of halting vehicles before the stop line, each link's count cut to a limit where there is one.
     *
     * @param stretch where they are counted
     * @param limit of one link
     * @param divisor the sum is divided by this for the learner
     */
    public record Reward(Stretch stretch, OptionalDouble limit, double divisor) {}
}

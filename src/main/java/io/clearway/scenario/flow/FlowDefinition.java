package io.clearway.scenario.flow;

import io.clearway.scenario.ScenarioIdentity;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.TrafficDemand.CarFollowing;
import io.clearway.simulation.TrafficDemand.VehicleType;
import java.util.List;

/**
 * A problem of vehicles on a closed road, as data.
 *
 * @param identity name, description and origin
 * @param network where the roads come from
 * @param lanes lanes in the order in which a vehicle drives them, those inside junctions included, from a road on
 * @param length how long the roads are, junctions left out
 * @param traffic the vehicles
 * @param goal target speed, horizon and reward
 * @param rules rules that not every such problem has
 */
public record FlowDefinition(
        ScenarioIdentity identity,
        NetworkSource.Plain network,
        List<String> lanes,
        Length length,
        Traffic traffic,
        Goal goal,
        Rules rules) {
    /** Seconds from one decision to the next, one step of the simulation. */
    public static final double STEP_SECONDS = 0.1;

    public FlowDefinition {
        lanes = List.copyOf(lanes);
    }

    /**
     * How long the roads are, junctions left out, in whole meters or as drawn.
     *
     * @param drawnMeters in the network's files
     * @param shortestMeters least length of an episode; the length is drawn for each
     * @param longestMeters largest length
     */
    public record Length(double drawnMeters, double shortestMeters, double longestMeters) {
        /** Always as in the files. */
        public static Length fixed(double meters) {
            return new Length(meters, meters, meters);
        }

        boolean isFixed() {
            return shortestMeters == longestMeters;
        }
    }

    /**
     * The vehicles.
     *
     * @param type all are of it
     * @param following and follow each other so
     * @param vehicles how many; they stand at equal distances in the beginning
     * @param gapMeters what is left free of the road behind the last of them, besides its distance
     */
    public record Traffic(VehicleType type, CarFollowing following, int vehicles, double gapMeters) {}

    /**
     * The task of the vehicles. The local reward of a step, with speed v after it and acceleration a commanded:
     * speedWeight · (v* − |v* − v|) − effortWeight · |a|.
     *
     * @param targetSpeed v*, m/s
     * @param acceleration largest acceleration and deceleration that may be commanded, m/s²
     * @param decisions in an episode
     * @param speedWeight as above
     * @param effortWeight as above
     * @param score score of an episode
     */
    public record Goal(
            double targetSpeed,
            double acceleration,
            int decisions,
            double speedWeight,
            double effortWeight,
            Score score) {}

    /** What a step adds to an episode's score. */
    public enum Score {
        /** max(‖v* · 1‖ − ‖v − v* · 1‖, 0) / ‖v* · 1‖ over the vector v of all speeds: 1 when all drive at v*. */
        NEARNESS,
        /** Σ_i r_i. */
        REWARD
    }

    /**
     * Rules.
     *
     * @param reference the best rule known, by name
     * @param accelerations rules that always command the same, m/s²
     * @param followerStopper whether the FollowerStopper is one of them: where vehicles only follow each other
     */
    public record Rules(String reference, List<Double> accelerations, boolean followerStopper) {
        public Rules {
            accelerations = List.copyOf(accelerations);
        }
    }
}

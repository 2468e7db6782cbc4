package io.clearway.scenario.flow;

import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.flow.FlowDefinition.Goal;
import io.clearway.scenario.flow.FlowDefinition.Length;
import io.clearway.scenario.flow.FlowDefinition.Rules;
import io.clearway.scenario.flow.FlowDefinition.Score;
import io.clearway.scenario.flow.FlowDefinition.Traffic;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.TrafficDemand.CarFollowing;
import io.clearway.simulation.TrafficDemand.VehicleType;
import java.nio.file.Path;
import java.util.List;

/**
 * The closed roads of Du et al. 2022 and Ma et al. 2024, after the Flow project (Wu et al. 2017; Vinitsky et al. 2018).
 */
public final class ClosedRoads {
    private static final String ORIGIN = "drawn for Clearway from the facts in the papers; Apache-2.0";
    private static final VehicleType CAR = new VehicleType("car", 5, 2.6, 4.5);
    private static final CarFollowing DRIVER = new CarFollowing(2.5, 1, 0.5, 30, 0.1);
    private static final double RING_METERS = 260;
    private static final int RING_VEHICLES = 22;
    private static final Length RING_2022_LENGTH = new Length(RING_METERS, 220, 270);
    private static final double BUNCHED_GAP_METERS = 50;
    private static final double EIGHT_METERS = 402.74;
    private static final int EIGHT_VEHICLES = 14;

    /** Largest acceleration in Ma et al., in m/s². */
    private static final double STRONGEST = 3;

    private static final Goal RING_GOAL = new Goal(10, STRONGEST, 1500, 1, 0, Score.NEARNESS);
    private static final Goal EIGHT_GOAL = new Goal(20, STRONGEST, 1500, 1, 0, Score.NEARNESS);

    /** Weights of Du et al.: 4 / v* and 4 for the mean over all vehicles. */
    private static final Goal RING_2022_GOAL =
            new Goal(20, 1, 3000, 4 / (20 * (double) RING_VEHICLES), 4 / (double) RING_VEHICLES, Score.REWARD);

    private static final List<String> RING =
            List.of("bottom_0", ":right_0_0", "right_0", ":top_0_0", "top_0", ":left_0_0", "left_0", ":bottom_0_0");
    private static final List<String> EIGHT = List.of(
            "bottom_0",
            ":center_1_0",
            "top_0",
            ":top_0_0",
            "upper_ring_0",
            ":right_0_0",
            "right_0",
            ":center_0_0",
            "left_0",
            ":left_0_0",
            "lower_ring_0",
            ":bottom_0_0");

    private ClosedRoads() {}

    /** "Ring Attenuation" of Ma et al. 2024. */
    public static FlowDefinition ring(Path networks) {
        return new FlowDefinition(
                new ScenarioIdentity(
                        "ring",
                        "22 vehicles on a ring of 260 m, target speed 10 m/s (Wu et al. 2017; Ma et al. 2024)",
                        ORIGIN),
                plain(networks, "ring"),
                RING,
                Length.fixed(RING_METERS),
                new Traffic(CAR, DRIVER, RING_VEHICLES, 0),
                RING_GOAL,
                new Rules(FlowRules.accelerate(STRONGEST), List.of(STRONGEST, 1.0, 0.0), true));
    }

    /** "Ring Attenuation" of Du et al. 2022: another length each time, weak accelerations that cost. */
    public static FlowDefinition ring2022(Path networks) {
        return new FlowDefinition(
                new ScenarioIdentity(
                        "ring-2022",
                        "22 vehicles bunched on a ring of 220 to 270 m, effort costs (Wu et al. 2017; Du et al. 2022)",
                        ORIGIN),
                plain(networks, "ring-2022"),
                RING,
                RING_2022_LENGTH,
                new Traffic(CAR, DRIVER, RING_VEHICLES, BUNCHED_GAP_METERS),
                RING_2022_GOAL,
                new Rules(FlowRules.FOLLOWER_STOPPER, List.of(1.0, 0.0), true));
    }

    /** "Figure Eight" of both papers. */
    public static FlowDefinition figureEight(Path networks) {
        return new FlowDefinition(
                new ScenarioIdentity(
                        "figure-eight",
                        "14 vehicles on a figure eight with a crossing in its middle (Vinitsky et al. 2018; Ma et al. 2024)",
                        ORIGIN),
                plain(networks, "figure-eight"),
                EIGHT,
                Length.fixed(EIGHT_METERS),
                new Traffic(CAR, DRIVER, EIGHT_VEHICLES, 0),
                EIGHT_GOAL,
                new Rules(FlowRules.accelerate(STRONGEST), List.of(STRONGEST, 1.0, 0.0), false));
    }

    private static NetworkSource.Plain plain(Path networks, String name) {
        return new NetworkSource.Plain(networks.resolve(name), name);
    }
}

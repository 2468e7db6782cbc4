package io.clearway.timing;

import io.clearway.simulation.RoadNetwork.Access;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.RoadUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The intergreen times after each movement by the formulas, for the slowest of those who may use it. Where the network
 * does not say who may, it is motor vehicles; whoever else may use it, they always count, since emergency vehicles use
 * any lane.
 */
record Clearance(Map<String, Lane> lanes) {
    /**
     * Seconds from the end of green of one movement to the beginning of green of another.
     *
     * @param yellowSeconds of the ending movement
     */
    int seconds(Link ending, Link beginning, int yellowSeconds) {
        if (ending.path().crossing()) {
            return TimingFormulas.walkClearanceSeconds(ending.path());
        }
        int longest = TimingFormulas.vehicleIntergreenSeconds(ending, beginning, yellowSeconds);
        if (mayUse(ending, RoadUser.BICYCLES)) {
            longest = Math.max(longest, TimingFormulas.bicycleIntergreenSeconds(ending, beginning, yellowSeconds));
        }
        Lane from = lanes.get(ending.fromLane());
        if (from != null && mayUse(ending, RoadUser.TRAMS)) {
            double speed = from.speedLimitMetersPerSecond();
            longest = Math.max(longest, TimingFormulas.tramIntergreenSeconds(ending, beginning, yellowSeconds, speed));
        }
        return longest;
    }

    /** Whether the lanes before and behind the junction allow somebody, and one of them says so. */
    private boolean mayUse(Link link, RoadUser user) {
        Access from = access(lanes.get(link.fromLane()));
        Access to = access(lanes.get(link.toLane()));
        return (from.stated() || to.stated())
                && from.users().contains(user)
                && to.users().contains(user);
    }

    private static Access access(@Nullable Lane lane) {
        return lane == null ? Access.UNSTATED : lane.access();
    }
}

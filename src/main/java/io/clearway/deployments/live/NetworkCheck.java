package io.clearway.deployments.live;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares a live network with the one a scenario is made for. */
final class NetworkCheck {
    private static final int MAX_DIFFERENCES = 5;

    private NetworkCheck() {}

    /**
     * Requires every light of the scenario, with the same movements under the same signal indices.
     *
     * @throws NetworkMismatch naming what differs
     */
    static void requireLights(List<TrafficLight> wanted, List<TrafficLight> live) {
        Map<String, TrafficLight> byId = live.stream().collect(Collectors.toMap(TrafficLight::id, light -> light));
        List<String> differences = new ArrayList<>();
        for (TrafficLight light : wanted) {
            TrafficLight found = byId.get(light.id());
            if (found == null) {
                differences.add("it has no traffic light '%s'".formatted(light.id()));
            } else {
                compare(light, found, differences);
            }
        }
        if (!differences.isEmpty()) {
            throw new NetworkMismatch("The live simulation runs another network than the scenario: " + some(differences)
                    + ". Start the simulation with the scenario's own network.");
        }
    }

    private static void compare(TrafficLight wanted, TrafficLight found, List<String> differences) {
        List<String> ours = movements(wanted);
        List<String> theirs = movements(found);
        if (ours.size() != theirs.size()) {
            differences.add("traffic light '%s' has %d movements instead of %d"
                    .formatted(wanted.id(), theirs.size(), ours.size()));
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                differences.add("traffic light '%s' has movement %s where %s should be"
                        .formatted(wanted.id(), theirs.get(i), ours.get(i)));
                return;
            }
        }
    }

    private static List<String> movements(TrafficLight light) {
        return light.links().stream().map(NetworkCheck::describe).sorted().toList();
    }

    private static String describe(Link link) {
        return "%d: %s → %s".formatted(link.index(), link.fromLane(), link.toLane());
    }

    private static String some(List<String> differences) {
        int more = differences.size() - MAX_DIFFERENCES;
        String first = differences.stream().limit(MAX_DIFFERENCES).collect(Collectors.joining("; "));
        return more > 0 ? "%s; and %d more".formatted(first, more) : first;
    }
}

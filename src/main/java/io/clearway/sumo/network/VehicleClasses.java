package io.clearway.sumo.network;

import io.clearway.simulation.RoadNetwork.Access;
import io.clearway.simulation.RoadNetwork.RoadUser;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SUMO's vehicle classes in a lane's {@code allow} and {@code disallow}, as road users. */
final class VehicleClasses {
    private static final String ALL = "all";
    private static final Map<RoadUser, Set<String>> CLASSES = Map.of(
            RoadUser.CARS, Set.of("passenger"),
            RoadUser.BICYCLES, Set.of("bicycle"),
            RoadUser.TRAMS, Set.of("tram", "rail_urban"));

    private VehicleClasses() {}

    /** Who may use a lane: whom {@code allow} names, or whom {@code disallow} does not where that is empty. */
    static Access access(String allow, String disallow) {
        if (allow.isBlank() && disallow.isBlank()) {
            return Access.UNSTATED;
        }
        List<String> listed =
                List.of((allow.isBlank() ? disallow : allow).strip().split("\\s+", -1));
        Set<RoadUser> users = EnumSet.noneOf(RoadUser.class);
        for (RoadUser user : RoadUser.values()) {
            if (allow.isBlank() ? !forbids(listed, user) : names(listed, user)) {
                users.add(user);
            }
        }
        return new Access(users, true);
    }

    private static boolean names(List<String> listed, RoadUser user) {
        return listed.contains(ALL) || classes(user).stream().anyMatch(listed::contains);
    }

    private static boolean forbids(List<String> listed, RoadUser user) {
        return listed.contains(ALL) || listed.containsAll(classes(user));
    }

    private static Set<String> classes(RoadUser user) {
        return CLASSES.getOrDefault(user, Set.of());
    }
}

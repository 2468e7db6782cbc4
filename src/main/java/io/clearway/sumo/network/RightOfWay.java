package io.clearway.sumo.network;

import io.clearway.simulation.RoadMap.Point;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;
import io.clearway.sumo.xml.XmlElements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Foes and right of way of connections, from a network file's junctions and connections.
 *
 * <p>A junction's request number i belongs to its i-th connection, counted over its incoming lanes in order and over
 * each lane's connections in the order of the file. The characters of a request number the connections from the right.
 */
final class RightOfWay {
    private final Map<String, List<Connection>> byLane = new HashMap<>();
    private final Map<String, String> functions = new HashMap<>();
    private final Map<String, Path> innerLanes = new HashMap<>();
    private final List<Connection> controlled = new ArrayList<>();
    private final List<JunctionRequests> junctions = new ArrayList<>();

    /**
     * A movement from lane to lane; the light is empty and the index −1 when no signal controls it.
     *
     * @param via its first lane inside the junction; empty where there is none
     */
    record Connection(String fromLane, String toLane, String via, String light, int index, char direction) {
        boolean sharesLight(Connection other) {
            return light.equals(other.light) && index != other.index;
        }
    }

    private record Request(String response, String foes) {}

    private record JunctionRequests(String id, List<String> lanes, List<Request> requests) {}

    private record Foes(Set<Integer> foes, Set<Integer> yieldsTo) {
        Foes() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /** A road and its function. */
    void road(String id, String function) {
        functions.put(id, function);
    }

    /** A lane inside a junction. */
    void innerLane(String id, double lengthMeters, double speedLimitMetersPerSecond, List<Point> shape) {
        innerLanes.put(id, new Path(isCrossing(id), lengthMeters, speedLimitMetersPerSecond, shape));
    }

    void junction(String id, String incomingLanes) {
        List<String> lanes = incomingLanes.isBlank()
                ? List.of()
                : List.of(incomingLanes.strip().split("\\s+", -1));
        junctions.add(new JunctionRequests(id, lanes, new ArrayList<>()));
    }

    /** Adds a request of the junction added last. */
    void request(XmlElements element) {
        List<Request> requests = junctions.isEmpty()
                ? List.of()
                : junctions.get(junctions.size() - 1).requests();
        if (element.integer("index") != requests.size()) {
            throw element.error("has requests that are not numbered 0, 1, 2, …");
        }
        requests.add(new Request(element.text("response"), element.text("foes")));
    }

    /** Connections to and from sidewalks have no request; those over a crossing have. */
    void connection(Connection connection) {
        String from = function(connection.fromLane());
        String to = function(connection.toLane());
        if (to.equals("walkingarea") || (from.equals("walkingarea") && !to.equals("crossing"))) {
            return;
        }
        byLane.computeIfAbsent(connection.fromLane(), lane -> new ArrayList<>()).add(connection);
        if (!connection.light().isEmpty()) {
            controlled.add(connection);
        }
    }

    private String function(String lane) {
        return functions.getOrDefault(lane.substring(0, Math.max(0, lane.lastIndexOf('_'))), "normal");
    }

    /** The links of every traffic light, by signal index. */
    Map<String, List<Link>> links(XmlElements file) {
        Map<Connection, Foes> foesByConnection = new HashMap<>();
        for (JunctionRequests junction : junctions) {
            addFoes(junction, foesByConnection, file);
        }
        Map<String, List<Link>> links = new LinkedHashMap<>();
        controlled.stream()
                .sorted(Comparator.comparingInt(Connection::index))
                .forEach(connection -> links.computeIfAbsent(connection.light(), light -> new ArrayList<>())
                        .add(link(connection, foesByConnection.getOrDefault(connection, new Foes()))));
        return links;
    }

    /** The lanes that each lane outside of junctions leads to. */
    Map<String, List<String>> onward() {
        Map<String, List<String>> onward = new LinkedHashMap<>();
        byLane.forEach((lane, connections) -> {
            if (function(lane).equals("normal")) {
                onward.put(
                        lane,
                        connections.stream()
                                .map(Connection::toLane)
                                .filter(to -> function(to).equals("normal"))
                                .distinct()
                                .toList());
            }
        });
        return onward;
    }

    private Link link(Connection connection, Foes foes) {
        return new Link(
                connection.index(),
                connection.fromLane(),
                connection.toLane(),
                connection.direction(),
                List.copyOf(foes.foes()),
                List.copyOf(foes.yieldsTo()),
                path(connection));
    }

    private boolean isCrossing(String lane) {
        return function(lane).equals("crossing");
    }

    /** Over a crossing, or over the lanes inside the junction one after the other. */
    private Path path(Connection connection) {
        if (isCrossing(connection.toLane())) {
            return innerLanes.getOrDefault(connection.toLane(), Path.UNKNOWN);
        }
        double length = 0;
        double speed = Double.POSITIVE_INFINITY;
        List<Point> shape = new ArrayList<>();
        Set<String> passed = new LinkedHashSet<>();
        String lane = connection.via();
        while (innerLanes.containsKey(lane) && passed.add(lane)) {
            Path part = innerLanes.get(lane);
            length += part.lengthMeters();
            speed = Math.min(speed, part.speedLimitMetersPerSecond());
            shape.addAll(part.shape());
            List<Connection> onward = byLane.getOrDefault(lane, List.of());
            lane = onward.isEmpty() ? "" : onward.get(0).via();
        }
        return passed.isEmpty() ? Path.UNKNOWN : new Path(false, length, speed, shape, List.copyOf(passed));
    }

    private void addFoes(JunctionRequests junction, Map<Connection, Foes> foesByConnection, XmlElements file) {
        if (junction.requests().isEmpty()) {
            return;
        }
        List<Connection> connections = junction.lanes().stream()
                .flatMap(lane -> byLane.getOrDefault(lane, List.of()).stream())
                .toList();
        int count = connections.size();
        if (junction.requests().size() != count) {
            throw file.error("junction '%s' has %d connections and %d requests"
                    .formatted(junction.id(), count, junction.requests().size()));
        }
        for (int i = 0; i < count; i++) {
            Connection connection = connections.get(i);
            Request request = junction.requests().get(i);
            if (request.foes().length() != count || request.response().length() != count) {
                throw file.error(
                        "junction '%s': request %d is not %d characters long".formatted(junction.id(), i, count));
            }
            if (!connection.light().isEmpty()) {
                Foes own = foesByConnection.computeIfAbsent(connection, one -> new Foes());
                addMarked(request.foes(), connection, connections, own.foes());
                addMarked(request.response(), connection, connections, own.yieldsTo());
            }
        }
    }

    private static void addMarked(String marks, Connection self, List<Connection> all, Set<Integer> into) {
        for (int i = 0; i < all.size(); i++) {
            if (marks.charAt(all.size() - 1 - i) == '1' && self.sharesLight(all.get(i))) {
                into.add(all.get(i).index());
            }
        }
    }
}

package io.clearway.sumo.network;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.sumo.xml.XmlElements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who crosses whom and who gives way, put together from a network file's junctions and connections.
 *
 * <p>A junction's request number i is about its i-th connection, counted over its incoming lanes in their order and
 * over each lane's connections in the order of the file. The characters of a request count connections from the right.
 */
final class RightOfWay {
    private final Map<String, List<Connection>> byLane = new HashMap<>();
    private final Map<String, String> functions = new HashMap<>();
    private final List<Connection> controlled = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();

    /** A movement from lane to lane; the light is empty and the index −1 when no signal controls it. */
    record Connection(String fromLane, String toLane, String light, int index, char direction) {
        boolean sharesLight(Connection other) {
            return light.equals(other.light) && index != other.index;
        }
    }

    private record Request(String response, String foes) {}

    private record Crossing(String junction, List<String> lanes, List<Request> requests) {}

    private record Rivals(Set<Integer> foes, Set<Integer> yieldsTo) {
        Rivals() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /** A road and what it is for, as the file says. */
    void road(String id, String function) {
        functions.put(id, function);
    }

    void junction(String id, String incomingLanes) {
        List<String> lanes = incomingLanes.isBlank()
                ? List.of()
                : List.of(incomingLanes.strip().split("\\s+", -1));
        crossings.add(new Crossing(id, lanes, new ArrayList<>()));
    }

    /** Adds a request of the junction added last. */
    void request(XmlElements element) {
        List<Request> requests = crossings.isEmpty()
                ? List.of()
                : crossings.get(crossings.size() - 1).requests();
        if (element.integer("index") != requests.size()) {
            throw element.error("has requests that are not numbered 0, 1, 2, …");
        }
        requests.add(new Request(element.text("response"), element.text("foes")));
    }

    /** Ways to and from sidewalks have no request; those over a crossing have. */
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
        Map<Connection, Rivals> rivals = new HashMap<>();
        for (Crossing crossing : crossings) {
            addRivals(crossing, rivals, file);
        }
        Map<String, List<Link>> links = new LinkedHashMap<>();
        controlled.stream()
                .sorted(Comparator.comparingInt(Connection::index))
                .forEach(connection -> links.computeIfAbsent(connection.light(), light -> new ArrayList<>())
                        .add(link(connection, rivals.getOrDefault(connection, new Rivals()))));
        return links;
    }

    private static Link link(Connection connection, Rivals rivals) {
        return new Link(
                connection.index(),
                connection.fromLane(),
                connection.toLane(),
                connection.direction(),
                List.copyOf(rivals.foes()),
                List.copyOf(rivals.yieldsTo()));
    }

    private void addRivals(Crossing crossing, Map<Connection, Rivals> rivals, XmlElements file) {
        if (crossing.requests().isEmpty()) {
            return;
        }
        List<Connection> connections = crossing.lanes().stream()
                .flatMap(lane -> byLane.getOrDefault(lane, List.of()).stream())
                .toList();
        int count = connections.size();
        if (crossing.requests().size() != count) {
            throw file.error("junction '%s' has %d connections and %d requests"
                    .formatted(crossing.junction(), count, crossing.requests().size()));
        }
        for (int i = 0; i < count; i++) {
            Connection connection = connections.get(i);
            Request request = crossing.requests().get(i);
            if (request.foes().length() != count || request.response().length() != count) {
                throw file.error(
                        "junction '%s': request %d is not %d characters long".formatted(crossing.junction(), i, count));
            }
            if (!connection.light().isEmpty()) {
                Rivals own = rivals.computeIfAbsent(connection, one -> new Rivals());
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

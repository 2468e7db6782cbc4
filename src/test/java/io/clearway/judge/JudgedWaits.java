package io.clearway.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How long vehicles wait for the green of their movement, by three outputs of SUMO's: their positions on the lanes
 * before lights ({@code --fcd-output} with a filter of edges), their routes ({@code --vehroute-output}), and what the
 * lights showed. Whoever stands on a lane waits for the signal indices that lead from it to the next edge of their
 * route. A wait begins with the first who stands at red, and ends with the green of the index.
 */
public final class JudgedWaits {
    /** SUMO counts who is slower as halting, in m/s. */
    private static final double HALTING_SPEED = 0.1;

    /**
     * A time for which somebody waited.
     *
     * @param untilSeconds when the green began, or the positions end
     */
    public record Wait(String light, int index, double fromSeconds, double untilSeconds) {
        public double seconds() {
            return untilSeconds - fromSeconds;
        }
    }

    /** A signal index of a light. */
    private record Movement(String light, int index) {}

    /** From a lane before a light to an edge behind it. */
    private record Way(String lane, String edge) {}

    private final SignalLog log;
    private final Map<Way, Set<Movement>> movements = new HashMap<>();
    private final Map<String, List<String>> routes = new HashMap<>();
    private final Map<Movement, Double> since = new HashMap<>();
    private final Set<Movement> standing = new HashSet<>();
    private final List<Wait> waits = new ArrayList<>();
    private String vehicle = "";
    private double now;

    private JudgedWaits(NetworkConflicts network, SignalLog log) {
        this.log = log;
        for (String id : log.lights()) {
            JudgedLight light = network.light(id);
            for (int index = 0; index < light.size(); index++) {
                for (JudgedLink link : light.links(index)) {
                    movements
                            .computeIfAbsent(new Way(link.from(), edge(link.to())), way -> new HashSet<>())
                            .add(new Movement(id, index));
                }
            }
        }
    }

    /** All waits, in the order in which they ended. */
    public static List<Wait> of(NetworkConflicts network, SignalLog log, Path positions, Path routes) {
        JudgedWaits waits = new JudgedWaits(network, log);
        XmlRows.read(routes, waits::route);
        XmlRows.read(positions, waits::position);
        waits.endSecond();
        waits.since.keySet().forEach(waits::end);
        return List.copyOf(waits.waits);
    }

    /** The edges before lights, as a filter for SUMO. */
    static String filter(NetworkConflicts network) {
        Set<String> edges = new TreeSet<>();
        for (String id : network.lights()) {
            JudgedLight light = network.light(id);
            for (int index = 0; index < light.size(); index++) {
                light.links(index).stream()
                        .filter(link -> !link.isCrossing())
                        .forEach(link -> edges.add(edge(link.from())));
            }
        }
        return edges.stream().map(edge -> "edge:" + edge).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Arguments of SUMO that write positions and routes. */
    static List<String> arguments(Path filter, Path positions, Path routes) {
        List<String> arguments = new ArrayList<>(WalkersOnCrossings.arguments(filter, positions));
        arguments.addAll(List.of("--vehroute-output", routes.toString(), "--vehroute-output.write-unfinished", "true"));
        return arguments;
    }

    private static String edge(String lane) {
        return lane.substring(0, lane.lastIndexOf('_'));
    }

    /** Of a vehicle that was led elsewhere the last route counts. */
    private void route(String element, Map<String, String> attributes) {
        if (element.equals("vehicle")) {
            vehicle = attribute(attributes, "id");
        } else if (element.equals("route") && attributes.containsKey("edges")) {
            routes.put(vehicle, List.of(attribute(attributes, "edges").split(" ", -1)));
        }
    }

    private void position(String element, Map<String, String> attributes) {
        if (element.equals("timestep")) {
            endSecond();
            now = Double.parseDouble(attribute(attributes, "time"));
        } else if (element.equals("vehicle") && number(attributes, "speed") < HALTING_SPEED) {
            stand(attribute(attributes, "id"), attribute(attributes, "lane"));
        }
    }

    private void stand(String id, String lane) {
        List<String> route = routes.getOrDefault(id, List.of());
        int at = route.indexOf(edge(lane));
        if (at >= 0 && at + 1 < route.size()) {
            standing.addAll(movements.getOrDefault(new Way(lane, route.get(at + 1)), Set.of()));
        }
    }

    /** Takes in all who stood in a second. */
    private void endSecond() {
        for (Movement waiting : standing) {
            since.putIfAbsent(waiting, now);
        }
        standing.clear();
        for (Movement movement : List.copyOf(since.keySet())) {
            if (States.isGreen(log.stateAt(movement.light(), now).charAt(movement.index()))) {
                end(movement);
                since.remove(movement);
            }
        }
    }

    private void end(Movement movement) {
        double from = Objects.requireNonNull(since.get(movement));
        waits.add(new Wait(movement.light(), movement.index(), from, now));
    }

    private static double number(Map<String, String> attributes, String name) {
        return Double.parseDouble(attribute(attributes, name));
    }

    private static String attribute(Map<String, String> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), () -> "A row lacks " + name + ": " + attributes);
    }
}

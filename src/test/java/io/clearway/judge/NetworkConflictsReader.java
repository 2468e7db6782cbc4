package io.clearway.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads a compiled network: {@code edge}, {@code tlLogic}, {@code junction} and {@code connection}. */
final class NetworkConflictsReader {
    private final Map<String, Double> internalMeters = new HashMap<>();
    private final Set<String> crossings = new HashSet<>();
    private final Set<String> walkingAreas = new HashSet<>();
    private final Map<String, List<List<JudgedLight.Step>>> programs = new LinkedHashMap<>();
    private final List<Map<String, String>> controlled = new ArrayList<>();

    /** Internal lane → the internal lane after it, where a way is cut by a place to wait. */
    private final Map<String, String> next = new HashMap<>();

    /** Internal lane → junction and its row there. */
    private final Map<String, JudgedLink.Request> rows = new HashMap<>();

    private String junction = "";
    private List<String> junctionLanes = List.of();
    private List<JudgedLight.Step> program = List.of();

    private NetworkConflictsReader() {}

    static NetworkConflicts read(Path network) {
        NetworkConflictsReader reader = new NetworkConflictsReader();
        XmlRows.read(network, reader::accept);
        return reader.result();
    }

    private void accept(String element, Map<String, String> attributes) {
        switch (element) {
            case "edge" -> edge(attributes);
            case "lane" -> lane(attributes);
            case "tlLogic" -> {
                program = new ArrayList<>();
                programs.computeIfAbsent(get(attributes, "id"), id -> new ArrayList<>())
                        .add(program);
            }
            case "phase" -> {
                String shortest = attributes.getOrDefault("minDur", get(attributes, "duration"));
                program.add(new JudgedLight.Step(Double.parseDouble(shortest), get(attributes, "state")));
            }
            case "junction" -> {
                junction = get(attributes, "id");
                junctionLanes =
                        List.of(attributes.getOrDefault("intLanes", "").strip().split("\\s+", -1));
            }
            case "request" -> request(attributes);
            case "connection" -> connection(attributes);
            default -> {
                // shapes, types and parameters do not matter here
            }
        }
    }

    private void edge(Map<String, String> attributes) {
        String function = attributes.getOrDefault("function", "");
        if (function.equals("crossing")) {
            crossings.add(get(attributes, "id"));
        } else if (function.equals("walkingarea")) {
            walkingAreas.add(get(attributes, "id"));
        }
    }

    private void lane(Map<String, String> attributes) {
        if (get(attributes, "id").startsWith(":")) {
            internalMeters.put(get(attributes, "id"), Double.parseDouble(get(attributes, "length")));
        }
    }

    private void request(Map<String, String> attributes) {
        int row = Integer.parseInt(get(attributes, "index"));
        if (row < junctionLanes.size()) {
            rows.put(
                    junctionLanes.get(row),
                    new JudgedLink.Request(junction, row, get(attributes, "foes"), get(attributes, "response")));
        }
    }

    private void connection(Map<String, String> attributes) {
        String via = attributes.get("via");
        if (via != null && get(attributes, "from").startsWith(":")) {
            next.put(get(attributes, "from") + "_" + get(attributes, "fromLane"), via);
        }
        boolean walk = walkingAreas.contains(get(attributes, "to"))
                || (walkingAreas.contains(get(attributes, "from")) && !crossings.contains(get(attributes, "to")));
        if (attributes.containsKey("tl") && attributes.containsKey("linkIndex") && !walk) {
            controlled.add(attributes);
        }
    }

    private NetworkConflicts result() {
        Map<String, List<JudgedLink>> links = new HashMap<>();
        for (Map<String, String> connection : controlled) {
            links.computeIfAbsent(get(connection, "tl"), light -> new ArrayList<>())
                    .add(link(connection));
        }
        Map<String, JudgedLight> lights = new LinkedHashMap<>();
        programs.forEach((id, steps) ->
                lights.put(id, new JudgedLight(id, steps, Objects.requireNonNullElse(links.get(id), List.of()))));
        return new NetworkConflicts(lights, internalMeters);
    }

    private JudgedLink link(Map<String, String> connection) {
        String to = get(connection, "to") + "_" + get(connection, "toLane");
        boolean crossing = crossings.contains(get(connection, "to"));
        String inside = crossing ? to : get(connection, "via");
        double meters = internalMeters.getOrDefault(inside, 0.0);
        while (!crossing && next.containsKey(inside)) {
            inside = Objects.requireNonNull(next.get(inside));
            meters += internalMeters.getOrDefault(inside, 0.0);
        }
        JudgedLink.Request request = rows.get(inside);
        if (request == null) {
            throw new IllegalArgumentException("No junction has a row for " + inside + " of " + connection);
        }
        List<Integer> indices = new ArrayList<>(List.of(Integer.parseInt(get(connection, "linkIndex"))));
        if (connection.containsKey("linkIndex2")) {
            indices.add(Integer.parseInt(get(connection, "linkIndex2")));
        }
        String from = get(connection, "from") + "_" + get(connection, "fromLane");
        return new JudgedLink(List.copyOf(indices), from, to, crossing, meters, request);
    }

    private static String get(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing in " + attributes);
        }
        return value;
    }
}

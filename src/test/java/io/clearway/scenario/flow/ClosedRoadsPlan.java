package io.clearway.scenario.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws the plain network files of the closed roads from their geometry; the files in the repository must equal this.
 */
final class ClosedRoadsPlan {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final int POINTS_OF_A_CURVE = 40;
    private static final double RING_METERS = 260;
    private static final double LOOP_RADIUS = 30;
    private static final List<String> QUARTERS = List.of("bottom", "right", "top", "left");

    /** The plain files by scenario and name. */
    static Map<String, Map<String, String>> files() {
        Map<String, Map<String, String>> files = new LinkedHashMap<>();
        files.put("ring", ring("ring"));
        files.put("ring-2022", ring("ring-2022"));
        files.put("figure-eight", figureEight());
        return files;
    }

    /** Four quarter arcs, counterclockwise, each named like the node where it begins. */
    private static Map<String, String> ring(String name) {
        double radius = RING_METERS / (2 * Math.PI);
        var nodes = new StringBuilder();
        var edges = new StringBuilder();
        for (int quarter = 0; quarter < QUARTERS.size(); quarter++) {
            double angle = (quarter - 1) * Math.PI / 2;
            String next = QUARTERS.get((quarter + 1) % QUARTERS.size());
            nodes.append(node(QUARTERS.get(quarter), radius * Math.cos(angle), radius * Math.sin(angle), ""));
            edges.append(edge(QUARTERS.get(quarter), QUARTERS.get(quarter), next, -1, RING_METERS / 4)
                    + arc(0, 0, radius, angle, Math.PI / 2));
        }
        return Map.of(
                name + ".nod.xml", HEAD + "<nodes>\n" + nodes + "</nodes>\n",
                name + ".edg.xml", HEAD + "<edges>\n" + edges + "</edges>\n");
    }

    /** Two straight roads that cross, bottom to top before right to left, and two arcs of 270° that join them. */
    private static Map<String, String> figureEight() {
        double radius = LOOP_RADIUS;
        double arcMeters = 1.5 * Math.PI * radius;
        String nodes = node("center", 0, 0, " radius=\"3.10\"")
                + node("right", radius, 0, "")
                + node("top", 0, radius, "")
                + node("left", -radius, 0, "")
                + node("bottom", 0, -radius, "");
        String edges = edge("bottom", "bottom", "center", 78, radius)
                + "/>\n"
                + edge("top", "center", "top", 78, radius)
                + "/>\n"
                + edge("right", "right", "center", 46, radius)
                + "/>\n"
                + edge("left", "center", "left", 46, radius)
                + "/>\n"
                + edge("upper_ring", "top", "right", -1, arcMeters)
                + arc(radius, radius, radius, Math.PI, -1.5 * Math.PI)
                + edge("lower_ring", "left", "bottom", -1, arcMeters)
                + arc(-radius, -radius, radius, Math.PI / 2, 1.5 * Math.PI);
        String connections = """
                    <connection from="bottom" to="top" fromLane="0" toLane="0"/>
                    <connection from="right" to="left" fromLane="0" toLane="0"/>
                """;
        return Map.of(
                "figure-eight.nod.xml", HEAD + "<nodes>\n" + nodes + "</nodes>\n",
                "figure-eight.edg.xml", HEAD + "<edges>\n" + edges + "</edges>\n",
                "figure-eight.con.xml", HEAD + "<connections>\n" + connections + "</connections>\n");
    }

    private static String node(String id, double x, double y, String more) {
        return "    <node id=\"%s\" x=\"%s\" y=\"%s\" type=\"priority\"%s/>\n"
                .formatted(id, meters(x), meters(y), more);
    }

    /** An edge of one lane, its end left open. */
    private static String edge(String id, String from, String to, int priority, double length) {
        return "    <edge id=\"%s\" from=\"%s\" to=\"%s\" priority=\"%d\" numLanes=\"1\" speed=\"30\" length=\"%s\""
                .formatted(id, from, to, priority, meters(length));
    }

    private static String arc(double x, double y, double radius, double from, double angle) {
        return IntStream.range(0, POINTS_OF_A_CURVE)
                .mapToDouble(point -> from + angle * point / (POINTS_OF_A_CURVE - 1))
                .mapToObj(at -> meters(x + radius * Math.cos(at)) + "," + meters(y + radius * Math.sin(at)))
                .collect(Collectors.joining(" ", " shape=\"", "\"/>\n"));
    }

    private static String meters(double value) {
        // no minus before a zero
        return String.format(Locale.ROOT, "%.2f", Math.round(value * 100) / 100.0 + 0.0);
    }

    private ClosedRoadsPlan() {}
}

package io.clearway.sumo.importing;

import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.DemandCount.Turn;
import io.clearway.sumo.xml.Seconds;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts vehicles and turns, from the routes that duarouter computes for all vehicles. */
final class DemandCensus {
    private final double begin;
    private final double end;
    private final Map<TurnKey, int[]> turns = new LinkedHashMap<>();
    private final int[] departures;
    private int vehicles;

    private DemandCensus(double beginSeconds, double endSeconds) {
        this.begin = beginSeconds;
        this.end = endSeconds;
        this.departures = new int[(int) Math.ceil((end - begin) / DemandCount.STRETCH_SECONDS)];
    }

    private record TurnKey(String from, String to) {}

    /** Numbers of departures before routing. */
    record Given(int single, boolean flows, int earlier, int later) {}

    /**
     * Counts.
     *
     * @param routed duarouter's output
     */
    static DemandCount count(Path routed, double beginSeconds, double endSeconds, Given given) {
        DemandCensus census = new DemandCensus(beginSeconds, endSeconds);
        try (XmlElements elements = XmlElements.open(routed)) {
            elements.root("routes", "file of routes");
            census.read(elements);
        }
        List<Turn> turns = new ArrayList<>();
        census.turns.forEach((key, intervals) -> turns.add(new Turn(key.from(), key.to(), boxed(intervals))));
        int without = given.flows() ? 0 : Math.max(0, given.single() - census.vehicles);
        return new DemandCount(
                census.vehicles, given.earlier(), given.later(), without, boxed(census.departures), turns);
    }

    private static List<Integer> boxed(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    private void read(XmlElements elements) {
        double depart = Double.NaN;
        while (elements.next()) {
            if (elements.name().equals("vehicle")) {
                String text = elements.text("depart", "");
                depart = text.isEmpty() || !Character.isDigit(text.charAt(0)) ? begin : Seconds.parse("depart", text);
            } else if (elements.name().equals("route") && depart >= begin && depart < end) {
                add(depart, elements.text("edges", ""));
                depart = Double.NaN;
            }
        }
    }

    private void add(double depart, String edges) {
        vehicles++;
        int stretch = (int) ((depart - begin) / DemandCount.STRETCH_SECONDS);
        departures[stretch]++;
        List<String> roads = List.of(edges.strip().split("\\s+", -1));
        for (int i = 1; i < roads.size(); i++) {
            TurnKey turn = new TurnKey(roads.get(i - 1), roads.get(i));
            turns.computeIfAbsent(turn, key -> new int[departures.length])[stretch]++;
        }
    }
}

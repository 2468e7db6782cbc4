package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.ManhattanTable.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Crossings of the table and the one-way roads between them. */
public final class ManhattanRoads {
    /** Compass sides of a crossing, clockwise from the north, as signal indices count. */
    enum Side {
        NORTH,
        EAST,
        SOUTH,
        WEST;

        private static final List<Side> CLOCKWISE = List.of(values());

        /** The side that lies so many quarter turns further clockwise. */
        Side clockwise(int quarters) {
            return CLOCKWISE.get((CLOCKWISE.indexOf(this) + quarters) % 4);
        }
    }

    /** A one-way road. */
    record Road(String from, String to, int lanes) {
        String id() {
            return from + "_" + to;
        }
    }

    private record Place(String node, Side side) {}

    private final ManhattanTable table;
    private final List<String> avenues;
    private final Set<String> signals = new LinkedHashSet<>();
    private final List<Road> roads = new ArrayList<>();
    private final Map<Place, Road> arriving = new HashMap<>();
    private final Map<Place, Road> leaving = new HashMap<>();

    public ManhattanRoads(ManhattanTable table) {
        this.table = table;
        this.avenues = table.avenueIds();
        table.avenues()
                .forEach(avenue -> IntStream.rangeClosed(ManhattanTable.FIRST_STREET, ManhattanTable.LAST_STREET)
                        .filter(street -> exists(avenue, street))
                        .forEach(street -> signals.add(node(avenue.id(), street))));
        table.avenues().forEach(avenue -> avenue.stretches().forEach(part -> drawAvenue(avenue.id(), part)));
        IntStream.rangeClosed(ManhattanTable.FIRST_STREET, ManhattanTable.LAST_STREET)
                .forEach(street -> table.street(street).forEach(part -> drawStreet(street, part)));
    }

    public static String node(String avenue, int street) {
        return avenue + "-" + street;
    }

    /** Crossings that exist, avenue by avenue from south to north. */
    public Set<String> signals() {
        return signals;
    }

    /** All roads, avenues first. */
    List<Road> roads() {
        return roads;
    }

    /** The road that comes to a crossing from a side. */
    Optional<Road> arriving(String node, Side from) {
        return Optional.ofNullable(arriving.get(new Place(node, from)));
    }

    /** The road that leaves a crossing to a side. */
    Optional<Road> leaving(String node, Side to) {
        return Optional.ofNullable(leaving.get(new Place(node, to)));
    }

    private boolean exists(ManhattanTable.Avenue avenue, int street) {
        boolean onAvenue = avenue.stretches().stream()
                .anyMatch(part -> meets(part, Integer.parseInt(part.from()), Integer.parseInt(part.to()), street));
        int place = avenues.indexOf(avenue.id());
        boolean onStreet = table.street(street).stream()
                .anyMatch(part -> meets(part, avenues.indexOf(part.from()), avenues.indexOf(part.to()), place));
        return onAvenue && onStreet;
    }

    private static boolean meets(Stretch part, int from, int to, int place) {
        return part.isOver() ? place == from || place == to : from <= place && place <= to;
    }

    private void drawAvenue(String avenue, Stretch part) {
        List<String> nodes = IntStream.rangeClosed(Integer.parseInt(part.from()), Integer.parseInt(part.to()))
                .filter(street -> meets(part, Integer.parseInt(part.from()), Integer.parseInt(part.to()), street))
                .mapToObj(street -> node(avenue, street))
                .filter(node -> signals.contains(node)
                        || node.endsWith("-" + (ManhattanTable.FIRST_STREET - 1))
                        || node.endsWith("-" + (ManhattanTable.LAST_STREET + 1)))
                .toList();
        draw(nodes, part, "north", "south", Side.NORTH);
    }

    private void drawStreet(int street, Stretch part) {
        int from = avenues.indexOf(part.from());
        int to = avenues.indexOf(part.to());
        List<String> nodes = IntStream.rangeClosed(from, to)
                .filter(place -> meets(part, from, to, place))
                .filter(place ->
                        place == 0 || place == avenues.size() - 1 || signals.contains(node(avenues.get(place), street)))
                .mapToObj(place -> node(avenues.get(place), street))
                .toList();
        draw(nodes, part, "east", "west", Side.EAST);
    }

    /** Roads along nodes in ascending order. */
    private void draw(List<String> nodes, Stretch part, String up, String down, Side ahead) {
        String direction = String.valueOf(part.direction());
        if (!List.of(up, down, "both").contains(direction) || part.lanes() == null) {
            throw new IllegalArgumentException("A stretch needs lanes and a direction: " + part);
        }
        for (int i = 0; i + 1 < nodes.size(); i++) {
            if (!direction.equals(down)) {
                add(new Road(nodes.get(i), nodes.get(i + 1), part.lanes()), ahead);
            }
            if (!direction.equals(up)) {
                add(new Road(nodes.get(i + 1), nodes.get(i), part.lanes()), ahead.clockwise(2));
            }
        }
    }

    private void add(Road road, Side heading) {
        roads.add(road);
        leaving.put(new Place(road.from(), heading), road);
        arriving.put(new Place(road.to(), heading.clockwise(2)), road);
    }
}

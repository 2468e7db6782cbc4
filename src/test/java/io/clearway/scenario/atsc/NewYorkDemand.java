package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.ManhattanRoads.Road;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trips between roads drawn at random, always the same: as many and as often as in Ma et al. 2024. */
final class NewYorkDemand {
    private static final int TRIPS = 735;
    private static final int SECONDS = 3000;
    private static final int SPACING_SECONDS = 3;
    private static final int SEED = 1;

    /** What each pair of roads sends in an hour at the peak. */
    private static final int PEAK_VEHICLES_PER_HOUR = 30;

    private static final String HEAD = """
            {
              "vehicleType": {
                "id": "car",
                "lengthMeters": 5,
                "accelerationMetersPerSecond2": 2.6,
                "decelerationMetersPerSecond2": 4.5
              },
            """;

    private record Trip(int seconds, String from, String to) {
        String json() {
            return "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to);
        }
    }

    private final List<Trip> trips = new ArrayList<>();

    NewYorkDemand(ManhattanRoads roads) {
        Map<String, Set<String>> next = new HashMap<>();
        for (String node : roads.signals()) {
            new ManhattanSignal(roads, node, false)
                    .movements()
                    .forEach(one -> next.computeIfAbsent(one.from().id(), road -> new LinkedHashSet<>())
                            .add(one.to().id()));
        }
        List<String> origins = roads.roads().stream()
                .filter(road -> roads.signals().contains(road.to()))
                .map(Road::id)
                .toList();
        List<String> destinations = roads.roads().stream()
                .filter(road -> roads.signals().contains(road.from()))
                .map(Road::id)
                .toList();
        Random chance = new Random(SEED);
        for (int seconds : departures(chance)) {
            Trip trip;
            do {
                trip = new Trip(
                        seconds,
                        origins.get(chance.nextInt(origins.size())),
                        destinations.get(chance.nextInt(destinations.size())));
            } while (!reaches(trip, next));
            trips.add(trip);
        }
    }

    /** Of all multiples of 3 s as many as there are trips, in order. */
    private static List<Integer> departures(Random chance) {
        List<Integer> all = new ArrayList<>(IntStream.range(1, SECONDS / SPACING_SECONDS)
                .map(i -> i * SPACING_SECONDS)
                .boxed()
                .toList());
        Collections.shuffle(all, chance);
        return all.subList(0, TRIPS).stream().sorted().toList();
    }

    private static boolean reaches(Trip trip, Map<String, Set<String>> next) {
        Deque<String> open = new ArrayDeque<>(List.of(trip.from()));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (String after : next.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(after)) {
                    open.add(after);
                }
            }
        }
        return !trip.from().equals(trip.to()) && seen.contains(trip.to());
    }

    /** Every trip once, one vehicle each. */
    String paper() {
        return text(SPACING_SECONDS, trip -> group(trip, trip.seconds(), 3600 / SPACING_SECONDS));
    }

    /**
     * The same trips by many vehicles, evenly through the same time; those of one pair of roads do not start with
     * another's.
     */
    String peak() {
        int spacing = 3600 / PEAK_VEHICLES_PER_HOUR;
        return text(SECONDS - spacing, trip -> group(trip, trip.seconds() % spacing, PEAK_VEHICLES_PER_HOUR));
    }

    private String text(int slotSeconds, Function<Trip, String> group) {
        return HEAD + "  \"slotSeconds\": %d,\n  \"groups\": [\n".formatted(slotSeconds)
                + trips.stream().map(group).collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
    }

    private static String group(Trip trip, int beginSeconds, int vehiclesPerHour) {
        return "{\"name\": \"%d\", \"beginSeconds\": %d, \"peakVehiclesPerHour\": %d, \"factors\": [1], \"trips\": [%s]}"
                .formatted(trip.seconds(), beginSeconds, vehiclesPerHour, trip.json());
    }
}

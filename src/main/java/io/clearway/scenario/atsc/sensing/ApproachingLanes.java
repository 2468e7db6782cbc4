package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lanes that lead to a signal, each once: its incoming lanes, and those that extend them upstream. */
final class ApproachingLanes {
    private final int[] places;
    private final int[] entries;
    private final double[] rooms;

    /**
     * @param placeOf place of each lane in the readings, by its id
     * @param entryRoads ids of the roads on which vehicles come into the network
     */
    ApproachingLanes(ControlledSignal signal, Map<String, Integer> placeOf, Set<String> entryRoads) {
        List<RoadNetwork.Lane> lanes = Stream.concat(
                        signal.incoming().stream(),
                        signal.lanes().upstream().stream().flatMap(List::stream))
                .distinct()
                .toList();
        List<RoadNetwork.Lane> first =
                lanes.stream().filter(lane -> entryRoads.contains(lane.road())).toList();
        this.places = places(lanes, placeOf);
        this.entries = places(first, placeOf);
        this.rooms = first.stream().mapToDouble(ObservationView::room).toArray();
    }

    private static int[] places(List<RoadNetwork.Lane> lanes, Map<String, Integer> placeOf) {
        return lanes.stream().map(RoadNetwork.Lane::id).mapToInt(placeOf::get).toArray();
    }

    /** Vehicles on them. */
    int vehicles(Readings readings) {
        int vehicles = 0;
        for (int place : places) {
            vehicles += readings.vehiclesOnLane(place);
        }
        return vehicles;
    }

    /** How full those are on which vehicles come into the network, each from 0 to 1. */
    double[] fullnessOfEntries(Readings readings) {
        return IntStream.range(0, entries.length)
                .mapToDouble(entry -> Math.min(1, readings.vehiclesOnLane(entries[entry]) / rooms[entry]))
                .toArray();
    }
}

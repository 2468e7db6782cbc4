package io.clearway.simulation.importing;

import java.util.List;

/**
 * Numbers of a demand; each vehicle counts at its departure, on the whole of its route.
 *
 * @param vehicles departing from begin to end
 * @param earlier departing before the begin, left out
 * @param later departing at the end or later, left out
 * @param withoutRoute from begin to end, without a route to their destination
 * @param departures from begin to end, by interval
 * @param turns from road to road, over all vehicles
 */
public record DemandCount(
        int vehicles, int earlier, int later, int withoutRoute, List<Integer> departures, List<Turn> turns) {
    public DemandCount {
        departures = List.copyOf(departures);
        turns = List.copyOf(turns);
    }

    /** Length of the intervals in which turns are counted. */
    public static final double STRETCH_SECONDS = 300;

    /**
     * Vehicles that go from one road on to the next.
     *
     * @param vehicles by interval, counted from the begin; the last one may be shorter
     */
    public record Turn(String fromRoad, String toRoad, List<Integer> vehicles) {
        public Turn {
            vehicles = List.copyOf(vehicles);
        }

        /** From begin to end. */
        public int total() {
            return vehicles.stream().mapToInt(Integer::intValue).sum();
        }
    }
}

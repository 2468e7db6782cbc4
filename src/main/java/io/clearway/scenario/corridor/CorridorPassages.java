package io.clearway.scenario.corridor;

import io.clearway.metric.CorridorMeasures.Counts;
import io.clearway.metric.CorridorMeasures.Times;
import io.clearway.scenario.corridor.CorridorWay.Stretch;
import io.clearway.simulation.trips.RoadPosition;
import io.clearway.simulation.trips.VehicleRoute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Who drove all of a direction of a corridor, how long it took, and how often they halted. */
final class CorridorPassages {
    /** Below it SUMO counts a vehicle as halting. */
    private static final double HALTING_METERS_PER_SECOND = 0.1;

    private static final double HALF = 0.5;
    private static final double EIGHTY_FIVE = 0.85;
    private static final double NINETY_FIVE = 0.95;
    private final CorridorWay way;
    private final Map<String, List<Passage>> byVehicle = new HashMap<>();
    private final Map<String, Stretch> stretches = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private int underway;

    /** A vehicle on its way along the corridor. */
    static final class Passage {
        private final String vehicle;
        private final double entered;
        private final double left;
        private double meters;
        private boolean halting;
        private int stops;

        private Passage(String vehicle, double entered, double left) {
            this.vehicle = vehicle;
            this.entered = entered;
            this.left = left;
        }

        String vehicle() {
            return vehicle;
        }

        double entered() {
            return entered;
        }

        double left() {
            return left;
        }

        int stops() {
            return stops;
        }

        private void at(double distance, double speed) {
            meters = distance;
            boolean halts = speed < HALTING_METERS_PER_SECOND;
            stops += halts && !halting ? 1 : 0;
            halting = halts;
        }
    }

    CorridorPassages(CorridorWay way) {
        this.way = way;
        way.stretches().forEach(stretch -> stretches.put(stretch.road(), stretch));
    }

    /** Adds a vehicle whose route has all roads of the corridor, and one before and one behind them. */
    void add(VehicleRoute route) {
        int first = Collections.indexOfSubList(route.roads(), way.roads());
        int last = first + way.roads().size() - 1;
        if (first < 1 || last + 1 >= route.roads().size()) {
            return;
        }
        double entered = route.leftSeconds().get(first - 1);
        double left = route.leftSeconds().get(last);
        if (Double.isFinite(left)) {
            Passage passage = new Passage(route.vehicle(), entered, left);
            passages.add(passage);
            byVehicle.computeIfAbsent(route.vehicle(), id -> new ArrayList<>()).add(passage);
        } else if (Double.isFinite(entered)) {
            underway++;
        }
    }

    /** Follows a vehicle; gives its distance from the beginning of the corridor if it drives all of it. */
    OptionalDouble follow(RoadPosition position) {
        for (Passage passage : byVehicle.getOrDefault(position.vehicle(), List.of())) {
            if (position.seconds() >= passage.entered && position.seconds() < passage.left) {
                passage.at(distance(passage, position), position.speedMetersPerSecond());
                return OptionalDouble.of(passage.meters);
            }
        }
        return OptionalDouble.empty();
    }

    /** On a junction it is taken to be as far as on the road before, since paths across may differ in length. */
    private double distance(Passage passage, RoadPosition position) {
        int end = position.lane().lastIndexOf('_');
        Stretch stretch = end < 0 ? null : stretches.get(position.lane().substring(0, end));
        return stretch == null ? passage.meters : stretch.beginMeters() + position.meters();
    }

    List<Passage> all() {
        return passages;
    }

    Counts counts() {
        return new Counts(passages.size(), underway);
    }

    Times times() {
        double[] seconds = passages.stream()
                .mapToDouble(passage -> passage.left - passage.entered)
                .sorted()
                .toArray();
        return seconds.length == 0
                ? Times.NONE
                : new Times(
                        Arrays.stream(seconds).average().orElseThrow(),
                        percentile(seconds, HALF),
                        percentile(seconds, EIGHTY_FIVE),
                        percentile(seconds, NINETY_FIVE));
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }

    double stopsPerVehicle() {
        return passages.stream().mapToInt(Passage::stops).average().orElse(Double.NaN);
    }
}

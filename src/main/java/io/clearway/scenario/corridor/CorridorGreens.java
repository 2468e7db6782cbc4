package io.clearway.scenario.corridor;

import io.clearway.scenario.corridor.CorridorWay.StopLine;
import io.clearway.scenario.corridor.CorridorWay.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The greens along a direction of a corridor, and its through bands: when a vehicle may set out at the first stop line
 * and, at the speed limit, meets green at all others (Little 1966, "The synchronization of traffic signals by
 * mixed-integer linear programming", there of equal cycles; here of any greens).
 */
public final class CorridorGreens {
    private final CorridorWay way;
    private final Map<Place, Shown> places = new LinkedHashMap<>();
    private double begin = Double.NaN;
    private double end = Double.NaN;

    /**
     * A stop line.
     *
     * @param light id of its traffic light
     * @param meters from the beginning of the corridor
     * @param seconds from the beginning of the corridor at the speed limit
     */
    public record Place(String light, double meters, double seconds) {}

    /** What a stop line showed. */
    private static final class Shown {
        private final StopLine line;
        private final List<Interval> greens = new ArrayList<>();
        private double since = Double.NaN;
        private boolean seen;

        Shown(StopLine line) {
            this.line = line;
        }

        void show(String state, double seconds) {
            seen = true;
            boolean green = line.isGreen(state);
            if (green && Double.isNaN(since)) {
                since = seconds;
            } else if (!green) {
                end(seconds);
            }
        }

        void end(double seconds) {
            if (!Double.isNaN(since)) {
                greens.add(new Interval(since, seconds));
                since = Double.NaN;
            }
        }
    }

    CorridorGreens(CorridorWay way) {
        this.way = way;
        add(way.start(), 0, 0);
        for (Stretch stretch : way.stretches()) {
            add(stretch.end(), stretch.endMeters(), stretch.freeFlowSeconds());
        }
    }

    private void add(StopLine line, double meters, double seconds) {
        if (!line.light().isEmpty()) {
            places.put(new Place(line.light(), meters, seconds), new Shown(line));
        }
    }

    /**
     * Takes what lights show from now on.
     *
     * @param states by light; lights that are missing are not seen
     */
    void show(Map<String, String> states, double fromSeconds, double untilSeconds) {
        if (Double.isNaN(begin)) {
            begin = fromSeconds;
        }
        end = untilSeconds;
        places.forEach((place, shown) -> {
            String state = states.get(place.light());
            if (state != null) {
                shown.show(state, fromSeconds);
            }
        });
    }

    /** Ends all greens. */
    void end() {
        places.values().forEach(shown -> shown.end(end));
    }

    /** Greens by stop line, those that were seen. */
    public Map<Place, List<Interval>> byPlace() {
        Map<Place, List<Interval>> greens = new LinkedHashMap<>();
        places.forEach((place, shown) -> {
            if (shown.seen) {
                greens.put(place, List.copyOf(shown.greens));
            }
        });
        return greens;
    }

    /** When vehicles may set out so as to meet green at all stop lines that were seen. */
    public List<Interval> bands() {
        List<Interval> bands = latest() > begin ? List.of(new Interval(begin, latest())) : List.of();
        for (Map.Entry<Place, List<Interval>> place : byPlace().entrySet()) {
            bands = Interval.common(
                    bands,
                    place.getValue().stream()
                            .map(green -> green.shifted(-place.getKey().seconds()))
                            .toList());
        }
        return bands;
    }

    /** Who sets out later would not come to the end. */
    private double latest() {
        return end - way.way().freeFlowSeconds();
    }

    /** Share of time in which vehicles may set out so; not a number where no stop line was seen. */
    double bandShare() {
        return byPlace().isEmpty() || !(latest() > begin)
                ? Double.NaN
                : bands().stream().mapToDouble(Interval::seconds).sum() / (latest() - begin);
    }
}

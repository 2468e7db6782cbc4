package io.clearway.deployments;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The times of one signal with the roads of its movements.
 *
 * @param movements in order of their signal index
 * @param intergreens for each pair of movements that conflict
 */
public record SignalSheet(List<Movement> movements, List<Intergreens.Entry> intergreens) {
    public SignalSheet {
        movements = List.copyOf(movements);
        intergreens = List.copyOf(intergreens);
    }

    /**
     * A movement.
     *
     * @param index signal index
     * @param ways across the junction; empty when the index controls nothing
     * @param timing its times
     */
    public record Movement(int index, List<Way> ways, MovementTiming timing) {
        public Movement {
            ways = List.copyOf(ways);
        }
    }

    /**
     * A way across the junction.
     *
     * @param fromRoad road before the stop line
     * @param fromLane its lane, counted from the right starting at 0; −1 when not known
     * @param toRoad road behind the junction, or the crossing
     * @param direction as in the network file: {@code s r l t R L}
     */
    public record Way(String fromRoad, int fromLane, String toRoad, String direction) {
        /** SUMO names a lane by its road and its number. */
        private static final Pattern LANE = Pattern.compile("(.+)_(\\d+)");

        static Way of(Link link) {
            Matcher from = LANE.matcher(link.fromLane());
            return new Way(
                    road(link.fromLane()),
                    from.matches() ? Integer.parseInt(from.group(2)) : -1,
                    road(link.toLane()),
                    String.valueOf(link.direction()));
        }

        private static String road(String lane) {
            Matcher named = LANE.matcher(lane);
            return named.matches() ? named.group(1) : lane;
        }
    }

    static SignalSheet of(TrafficLight light, SignalTiming timing) {
        return new SignalSheet(
                IntStream.range(0, timing.size())
                        .mapToObj(index ->
                                movement(light, index, timing.movements().get(index)))
                        .toList(),
                timing.intergreens().entries());
    }

    private static Movement movement(TrafficLight light, int index, MovementTiming timing) {
        List<Way> ways = light.links().stream()
                .filter(link -> link.index() == index)
                .map(Way::of)
                .distinct()
                .toList();
        return new Movement(index, ways, timing);
    }
}

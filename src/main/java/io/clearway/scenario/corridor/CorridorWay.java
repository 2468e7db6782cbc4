package io.clearway.scenario.corridor;

import io.clearway.metric.CorridorMeasures.Way;
import java.util.List;

/**
 * A direction of a corridor: from the stop line before its first road to the stop line of its last.
 *
 * @param name from where to where
 * @param start the signal at its beginning, with the movements straight onto it; {@link StopLine#NONE} where there is
 *     none
 * @param stretches its roads in the order of driving
 */
public record CorridorWay(String name, StopLine start, List<Stretch> stretches) {
    /** Copies the roads. */
    public CorridorWay {
        stretches = List.copyOf(stretches);
    }

    /**
     * A road.
     *
     * @param road its id
     * @param beginMeters from the beginning of the corridor to the beginning of the road, junctions before it included
     * @param endMeters from the beginning of the corridor to the end of the road
     * @param freeFlowSeconds from the beginning of the corridor to the end of the road at the speed limit
     * @param end the signal at its end; {@link StopLine#NONE} where there is none
     */
    public record Stretch(String road, double beginMeters, double endMeters, double freeFlowSeconds, StopLine end) {}

    /**
     * The signal at the end of a road.
     *
     * @param light id of its traffic light; empty where there is none
     * @param indices signal indices of the movements that follow the corridor
     */
    public record StopLine(String light, List<Integer> indices) {
        /** No signal. */
        public static final StopLine NONE = new StopLine("", List.of());

        /** Copies the indices. */
        public StopLine {
            indices = List.copyOf(indices);
        }

        /** Whether a state of the light shows green to one of the movements. */
        boolean isGreen(String state) {
            return indices.stream().anyMatch(index -> index < state.length() && "Gg".indexOf(state.charAt(index)) >= 0);
        }
    }

    /** Ids of its roads. */
    public List<String> roads() {
        return stretches.stream().map(Stretch::road).toList();
    }

    /** Length and travel time at the speed limit. */
    public Way way() {
        Stretch last = stretches.get(stretches.size() - 1);
        return new Way(last.endMeters(), last.freeFlowSeconds());
    }
}

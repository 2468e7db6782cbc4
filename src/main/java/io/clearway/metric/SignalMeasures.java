package io.clearway.metric;

import java.util.List;

/**
 * Control delay at a signal.
 *
 * @param signal its id
 * @param delay of all vehicles that it controls
 * @param approaches in the order of its links
 */
public record SignalMeasures(String signal, ControlDelay delay, List<Approach> approaches) {
    public SignalMeasures {
        approaches = List.copyOf(approaches);
    }

    /**
     * Control delay on a road before the signal.
     *
     * @param road its id
     * @param movements in the order of the signal's links
     */
    public record Approach(String road, ControlDelay delay, List<Movement> movements) {
        public Approach {
            movements = List.copyOf(movements);
        }
    }

    /** Control delay of the vehicles that turn onto a road; on lanes of several movements that of the lane. */
    public record Movement(String toRoad, ControlDelay delay) {}
}

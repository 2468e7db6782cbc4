package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.MaxPresence;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.List;

/**
 * A lane before the stop line of a signal.
 *
 * @param agent of the signal
 * @param place of the lane in the watch
 * @param movements signal indices that lead from it
 * @param exits lanes behind the signal that it leads to
 */
record StopLane(int agent, int place, List<Integer> movements, List<Exit> exits) {
    /** From there on those who leave may not find room: whoever stands there may stand near the signal. */
    private static final double FULL = 0.5;

    StopLane {
        movements = List.copyOf(movements);
        exits = List.copyOf(exits);
    }

    /**
     * A lane behind a signal.
     *
     * @param place in the watch
     * @param room vehicles that it has room for
     */
    record Exit(int place, double room) {}

    /**
     * The lanes of a signal that can be recalled: all their movements have a maximum red.
     *
     * @param incoming places in the watch of its incoming lanes
     * @param outgoing the same of its outgoing lanes
     */
    static List<StopLane> of(int agent, ControlledSignal signal, SignalTiming timing, int[] incoming, int[] outgoing) {
        List<StopLane> lanes = new ArrayList<>();
        for (int lane = 0; lane < incoming.length; lane++) {
            int from = lane;
            List<ControlledSignal.Link> links =
                    signal.links().stream().filter(link -> link.from() == from).toList();
            if (links.stream()
                    .allMatch(link -> timing.movements().get(link.index()).limitsRed())) {
                List<Exit> exits = links.stream()
                        .map(link -> exit(signal, link.to(), outgoing))
                        .toList();
                lanes.add(new StopLane(
                        agent,
                        incoming[lane],
                        links.stream().map(ControlledSignal.Link::index).toList(),
                        exits));
            }
        }
        return lanes;
    }

    private static Exit exit(ControlledSignal signal, int lane, int[] outgoing) {
        return new Exit(
                outgoing[lane], signal.outgoing().get(lane).lengthMeters() / ObservationView.METERS_PER_VEHICLE);
    }

    /** What a signal that shows a state does for it. */
    MaxPresence.Service service(String state, LaneCounts lanes, boolean neighborsFlow) {
        return new MaxPresence.Service(isGreen(state), shows('G', state), isBlocked(lanes), neighborsFlow);
    }

    /** Whether one of its movements has green. */
    boolean isGreen(String state) {
        return shows('G', state) || shows('g', state);
    }

    private boolean shows(char light, String state) {
        return movements.stream().anyMatch(index -> index < state.length() && state.charAt(index) == light);
    }

    private boolean isBlocked(LaneCounts lanes) {
        return exits.stream().anyMatch(exit -> lanes.vehicles(exit.place()) >= FULL * exit.room());
    }
}

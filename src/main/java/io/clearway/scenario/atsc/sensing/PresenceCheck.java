package io.clearway.scenario.atsc.sensing;

import io.clearway.signal.MaxPresence;
import io.clearway.signal.MaxPresence.Reading;
import io.clearway.simulation.Readings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds which lanes' sensors of one kind are stuck, by what the signals do for those lanes. */
final class PresenceCheck {
    private final List<StopLane> stopLanes;
    private final List<MaxPresence> diagnostics = new ArrayList<>();
    private final Reading[] before;
    private final boolean[] leaving;
    /** By signal, how many of its lanes are leaving. */
    private final int[] flows;

    /** @param signals number of signals */
    PresenceCheck(List<StopLane> stopLanes, int signals) {
        this.stopLanes = List.copyOf(stopLanes);
        this.before = new Reading[stopLanes.size()];
        this.leaving = new boolean[stopLanes.size()];
        this.flows = new int[signals];
        stopLanes.forEach(lane -> diagnostics.add(new MaxPresence()));
    }

    /**
     * Takes in what the sensors report.
     *
     * @param counts of the sensors that are checked
     * @param lanes of those that observe the lanes behind the signals
     * @return the counts without those of suspect sensors
     */
    LaneCounts believed(LaneCounts counts, LaneCounts lanes, Readings readings) {
        watchFlow(counts, readings);
        BitSet suspect = new BitSet();
        for (int lane = 0; lane < stopLanes.size(); lane++) {
            StopLane stop = stopLanes.get(lane);
            boolean others = flows[stop.agent()] > (leaving[lane] ? 1 : 0);
            MaxPresence diagnostic = diagnostics.get(lane);
            diagnostic.observe(
                    readings.seconds(),
                    reading(counts, stop),
                    stop.service(readings.lightState(stop.agent()), lanes, others));
            suspect.set(stop.place(), diagnostic.isSuspect());
        }
        return counts.without(suspect);
    }

    /** Vehicles leave a lane that has green when its count changes. */
    private void watchFlow(LaneCounts counts, Readings readings) {
        Arrays.fill(flows, 0);
        for (int lane = 0; lane < stopLanes.size(); lane++) {
            StopLane stop = stopLanes.get(lane);
            Reading now = reading(counts, stop);
            leaving[lane] = stop.isGreen(readings.lightState(stop.agent())) && !now.equals(before[lane]);
            flows[stop.agent()] += leaving[lane] ? 1 : 0;
            before[lane] = now;
        }
    }

    private static Reading reading(LaneCounts counts, StopLane lane) {
        return new Reading(counts.vehicles(lane.place()), counts.halting(lane.place()));
    }
}

package io.clearway.plans.live;

import io.clearway.plans.LiveFigures;
import io.clearway.scenario.LiveInterface;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficCounts;
import java.util.Arrays;

/** Measures the traffic of a joined simulation from its readings. */
final class TrafficGauge {
    private final int[] laneOfLink;
    private final int[] approaches;
    private final int waitingLanes;
    private int arrived;
    private int departed;
    private int teleported;
    private int collided;

    TrafficGauge(LiveInterface scenario) {
        this.laneOfLink = scenario.laneOfLink();
        this.approaches = Arrays.stream(laneOfLink).distinct().toArray();
        this.waitingLanes = scenario.watch().waitingLanes().size();
    }

    /** Takes in the counts of every reading, which tell what happened since the reading before. */
    void count(Readings readings) {
        TrafficCounts counts = readings.counts();
        arrived += counts.arrived();
        departed += counts.departed();
        teleported += counts.teleported();
        collided += counts.collided();
    }

    LiveFigures figures(Readings readings) {
        TrafficCounts counts = readings.counts();
        return new LiveFigures(
                readings.seconds(),
                (double) halting(laneOfLink, readings) / Math.max(1, laneOfLink.length),
                halting(approaches, readings),
                waitingSeconds(readings) / Math.max(1, counts.running()),
                arrived,
                departed,
                teleported,
                collided,
                counts.running(),
                counts.waitingToEnter());
    }

    private static int halting(int[] lanes, Readings readings) {
        return Arrays.stream(lanes).map(readings::haltingOnLane).sum();
    }

    private double waitingSeconds(Readings readings) {
        double seconds = 0;
        for (int lane = 0; lane < waitingLanes; lane++) {
            seconds += readings.waitingSeconds(lane);
        }
        return seconds;
    }
}

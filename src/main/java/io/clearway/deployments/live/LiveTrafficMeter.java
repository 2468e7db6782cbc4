package io.clearway.deployments.live;

import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.scenario.LiveInterface;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures the traffic of a controlled simulation from its readings. */
final class LiveTrafficMeter {
    private final List<String> lights;
    private final int[][] laneOfLink;
    private final int[] linkLanes;
    private final int[] approaches;
    private final int[] waitingIndex;
    private final int waitingLanes;
    private TrafficCounts counts;

    /** @param first readings before anything is counted */
    LiveTrafficMeter(LiveInterface scenario, Readings first) {
        SubscriptionSpec watch = scenario.subscriptions();
        this.lights = watch.lights();
        this.laneOfLink = scenario.laneOfLink();
        this.linkLanes = Arrays.stream(laneOfLink).flatMapToInt(Arrays::stream).toArray();
        this.approaches = Arrays.stream(linkLanes).distinct().toArray();
        this.waitingIndex =
                watch.lanes().stream().mapToInt(watch.waitingLanes()::indexOf).toArray();
        this.waitingLanes = watch.waitingLanes().size();
        TrafficCounts now = first.counts();
        this.counts = new TrafficCounts(0, 0, 0, 0, now.running(), now.waitingToEnter());
    }

    /** Adds the counts of every reading, which are since the reading before. */
    void count(Readings readings) {
        counts = readings.counts().after(counts);
    }

    LiveMetrics metrics(Readings readings) {
        double waited = IntStream.range(0, waitingLanes)
                .mapToDouble(readings::waitingSeconds)
                .sum();
        return new LiveMetrics(
                readings.seconds(),
                (double) halting(linkLanes, readings) / Math.max(1, linkLanes.length),
                halting(approaches, readings),
                waited / Math.max(1, counts.running()),
                counts);
    }

    /** The same for each signal, in the order of the agents. */
    List<IntersectionMetrics> intersections(Readings readings) {
        List<IntersectionMetrics> metrics = new ArrayList<>();
        for (int signal = 0; signal < laneOfLink.length; signal++) {
            int[] ofLinks = laneOfLink[signal];
            int[] lanes = Arrays.stream(ofLinks).distinct().toArray();
            int vehicles = Arrays.stream(lanes).map(readings::vehiclesOnLane).sum();
            double waited = Arrays.stream(lanes)
                    .map(lane -> waitingIndex[lane])
                    .filter(index -> index >= 0)
                    .mapToDouble(readings::waitingSeconds)
                    .sum();
            metrics.add(new IntersectionMetrics(
                    lights.get(signal),
                    (double) halting(ofLinks, readings) / Math.max(1, ofLinks.length),
                    halting(lanes, readings),
                    waited / Math.max(1, vehicles)));
        }
        return metrics;
    }

    private static int halting(int[] lanes, Readings readings) {
        return Arrays.stream(lanes).map(readings::haltingOnLane).sum();
    }
}

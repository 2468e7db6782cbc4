package io.clearway.sumo.reading;

import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Adds up what induction loops detect from step to step, since SUMO reports the last step only. */
public final class InductionLoopCounter {
    private final List<List<String>> vehiclesOnLoops;
    private final int[] passed;
    private final double[] coveredSeconds;
    private TrafficCounts counts = noCounts();

    InductionLoopCounter(int loops) {
        vehiclesOnLoops = new ArrayList<>(Collections.nCopies(loops, List.of()));
        passed = new int[loops];
        coveredSeconds = new double[loops];
    }

    /** Adds a step: a vehicle counts when it was not on the loop during the step before. */
    public void add(ReadingsBuilder builder, TrafficCounts stepped, double stepSeconds) {
        counts = stepped.after(counts);
        for (int loop = 0; loop < passed.length; loop++) {
            List<String> before = vehiclesOnLoops.get(loop);
            List<String> now = builder.vehiclesOnLoop(loop);
            for (String vehicle : now) {
                passed[loop] += before.contains(vehicle) ? 0 : 1;
            }
            coveredSeconds[loop] += builder.loopOccupancy(loop) * stepSeconds;
            vehiclesOnLoops.set(loop, now);
        }
    }

    /** The last step's readings with those of the loops, and with the counts since the readings before. */
    public Readings drainInto(Readings last) {
        return last.withLoops(drainCounts(), passed.clone(), coveredSeconds.clone());
    }

    /** The counts added up since the last call. */
    public TrafficCounts drainCounts() {
        TrafficCounts drained = counts;
        counts = noCounts();
        return drained;
    }

    private static TrafficCounts noCounts() {
        return new TrafficCounts(0, 0, 0, 0, 0, 0);
    }
}

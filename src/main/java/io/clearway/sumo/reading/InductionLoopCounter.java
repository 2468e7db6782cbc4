package io.clearway.sumo.reading;

import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Adds up what induction loops felt from step to step, since SUMO tells no more than what was above them last. */
public final class InductionLoopCounter {
    private final List<List<String>> above;
    private final int[] passed;
    private final double[] coveredSeconds;
    private TrafficCounts counts = nothing();

    InductionLoopCounter(int loops) {
        above = new ArrayList<>(Collections.nCopies(loops, List.of()));
        passed = new int[loops];
        coveredSeconds = new double[loops];
    }

    /** Takes in a step: a vehicle counts when it was not above the loop during the step before. */
    public void add(ReadingsBuilder draft, TrafficCounts stepped, double stepSeconds) {
        counts = stepped.after(counts);
        for (int loop = 0; loop < passed.length; loop++) {
            List<String> before = above.get(loop);
            List<String> now = draft.aboveLoop(loop);
            for (String vehicle : now) {
                passed[loop] += before.contains(vehicle) ? 0 : 1;
            }
            coveredSeconds[loop] += draft.loopOccupancy(loop) * stepSeconds;
            above.set(loop, now);
        }
    }

    /** The last step's readings with what the loops have felt, and with the counts since the readings before. */
    public Readings drainInto(Readings last) {
        return last.withLoops(drainCounts(), passed.clone(), coveredSeconds.clone());
    }

    /** The counts that were added up since the last ones. */
    public TrafficCounts drainCounts() {
        TrafficCounts complete = counts;
        counts = nothing();
        return complete;
    }

    private static TrafficCounts nothing() {
        return new TrafficCounts(0, 0, 0, 0, 0, 0);
    }
}

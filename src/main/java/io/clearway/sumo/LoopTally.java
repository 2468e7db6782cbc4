package io.clearway.sumo;

import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Adds up what induction loops felt from step to step, since SUMO tells no more than what was above them last. */
final class LoopTally {
    private final List<List<String>> above;
    private final int[] passed;
    private final double[] coveredSeconds;
    private TrafficCounts counts = nothing();

    LoopTally(int loops) {
        above = new ArrayList<>(Collections.nCopies(loops, List.of()));
        passed = new int[loops];
        coveredSeconds = new double[loops];
    }

    /** Takes in a step: a vehicle counts when it was not above the loop during the step before. */
    void add(ReadingsDraft draft, TrafficCounts stepped, double stepSeconds) {
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

    /** The last step's readings with all that was added up since the last ones, which is then forgotten. */
    Readings drainInto(Readings last) {
        Readings complete = last.withLoops(counts, passed.clone(), coveredSeconds.clone());
        Arrays.fill(passed, 0);
        Arrays.fill(coveredSeconds, 0);
        counts = nothing();
        return complete;
    }

    /** The counts that were added up since the last ones; what the loops felt goes on adding up. */
    TrafficCounts drainCounts() {
        TrafficCounts complete = counts;
        counts = nothing();
        return complete;
    }

    private static TrafficCounts nothing() {
        return new TrafficCounts(0, 0, 0, 0, 0, 0);
    }
}

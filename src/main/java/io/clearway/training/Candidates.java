package io.clearway.training;

import io.clearway.algorithm.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checkpoints that the final policy of a run is chosen from: those after equal shares of the run, the last among
 * them, and the policy that the run began with where it began with one. Which rounds they come from depends on the plan
 * only, so that a resumed run has the same ones.
 *
 * @param settings how many
 * @param decisions of the whole run
 */
record Candidates(SelectionSettings settings, int decisions) {
    /** Whether a round, between these counts of decisions, completes a share of the run. */
    boolean areMadeBy(int before, int after) {
        return settings.wanted() && shares(after) > shares(before);
    }

    /**
     * At most as many of the kept checkpoints as wanted, and the initial one, in the order of the run; there must be
     * one.
     */
    List<Checkpoint> among(List<Checkpoint> kept) {
        List<Checkpoint> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparingInt(Candidates::decisionsOf));
        Map<Integer, Checkpoint> byShare = new LinkedHashMap<>();
        Checkpoint last = ordered.remove(ordered.size() - 1);
        if (!settings.wanted()) {
            return List.of(last);
        }
        // a run that was extended may have kept more than now make a share
        ordered.forEach(checkpoint -> byShare.putIfAbsent(shares(decisionsOf(checkpoint)), checkpoint));
        Checkpoint first = byShare.remove(0);
        byShare.remove(settings.candidates());
        List<Checkpoint> chosen = new ArrayList<>(byShare.values());
        if (first != null && decisionsOf(first) == 0) {
            chosen.add(0, first);
        }
        chosen.add(last);
        return chosen;
    }

    private int shares(int done) {
        return (int) ((long) Math.min(done, decisions) * settings.candidates() / decisions);
    }

    private static int decisionsOf(Checkpoint checkpoint) {
        return checkpoint.progress().decisions();
    }
}

package io.clearway.deployments.logging;

import io.clearway.simulation.passages.CrossingWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Who waits at crossings, as far as a log needs it for its next part. */
final class KnownWaits {
    /** Crossings at which somebody waits when all that is kept in the list begins. */
    private final Set<Integer> waiting = new TreeSet<>();

    private final List<CrossingWait> later = new ArrayList<>();

    /** Takes what became known, in the order of time. */
    void add(List<CrossingWait> waits) {
        later.addAll(waits);
    }

    /** All before a time is in a part. */
    void settle(double seconds) {
        while (!later.isEmpty() && later.get(0).seconds() < seconds) {
            CrossingWait wait = later.remove(0);
            if (wait.waiting()) {
                waiting.add(wait.place());
            } else {
                waiting.remove(wait.place());
            }
        }
    }

    /** Repeats for a part what holds at its beginning, up to which all is settled, and what is known of it already. */
    void repeat(double beginSeconds, Consumer<CrossingWait> part) {
        waiting.forEach(place -> part.accept(new CrossingWait(beginSeconds, place, true)));
        later.forEach(part);
    }

    /** After a gap nothing is known. */
    void clear() {
        waiting.clear();
        later.clear();
    }
}

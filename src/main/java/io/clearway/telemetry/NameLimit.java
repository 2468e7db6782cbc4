package io.clearway.telemetry;

import java.util.HashSet;
import java.util.Set;

/** Names that become tags: a number of first ones as they are, all later ones as one. Safe for many threads. */
final class NameLimit {
    private static final String OTHERS = "other";

    private final int most;
    private final Set<String> kept = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();

    NameLimit(int most) {
        this.most = most;
    }

    synchronized String of(String name) {
        if (kept.contains(name)) {
            return name;
        }
        if (kept.size() < most) {
            kept.add(name);
            return name;
        }
        if (leftOut.size() < most) {
            leftOut.add(name);
        }
        return OTHERS;
    }

    /** How many names have become others, counted as far as the limit again. */
    synchronized int leftOut() {
        return leftOut.size();
    }
}

package io.clearway.signal;

import java.util.Optional;

/**
 * Monitors the states that one signal shows and latches the first fault, as the conflict monitor of a signal cabinet
 * does. States must be observed at least once per yellow. Used by one thread at a time.
 */
public final class ConflictMonitor {
    private final ConflictMatrix conflicts;
    private String before = "";
    private Optional<Fault> fault = Optional.empty();

    /** A monitor without observations. */
    public ConflictMonitor(ConflictMatrix conflicts) {
        this.conflicts = conflicts;
    }

    /** Kinds of faults. */
    public enum Kind {
        /** Two conflicting movements had protected green at the same time. */
        CONFLICT,
        /** A movement went from green to red without yellow. */
        MISSING_YELLOW
    }

    /**
     * A fault.
     *
     * @param seconds when it was observed
     * @param state what was shown then
     * @param index first signal index concerned
     */
    public record Fault(Kind kind, double seconds, String state, int index) {}

    /** Adds an observed state; the first fault remains until {@link #clear}. */
    public Optional<Fault> observe(String state, double seconds) {
        if (fault.isEmpty()) {
            fault = conflict(state, seconds).or(() -> missingYellow(state, seconds));
        }
        before = state;
        return fault;
    }

    /** The first fault since the last {@link #clear}. */
    public Optional<Fault> fault() {
        return fault;
    }

    /** Clears the fault and the state before. */
    public void clear() {
        fault = Optional.empty();
        before = "";
    }

    private Optional<Fault> conflict(String state, double seconds) {
        return conflicts.find(state).map(found -> new Fault(Kind.CONFLICT, seconds, state, found.one()));
    }

    private Optional<Fault> missingYellow(String state, double seconds) {
        for (int index = 0; index < Math.min(before.length(), state.length()); index++) {
            boolean red = state.charAt(index) == 'r' || state.charAt(index) == 's';
            if (red && Phase.isGreen(before.charAt(index))) {
                return Optional.of(new Fault(Kind.MISSING_YELLOW, seconds, state, index));
            }
        }
        return Optional.empty();
    }
}

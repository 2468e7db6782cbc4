package io.clearway.signal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * What one signal may show next, whatever is requested: only phases without conflicts, each for its minimum green, with
 * yellow in between, and no movement red beyond its maximum. Used by one thread at a time.
 */
public final class SafetyEnvelope {
    private final List<Phase> phases;
    private final SafetyLimits limits;
    private final Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);

    /**
     * @param phases of the signal; requests are indices of this list
     * @throws IllegalArgumentException when a phase has a conflict or does not fit the signal
     */
    public SafetyEnvelope(List<Phase> phases, ConflictMatrix conflicts, SafetyLimits limits) {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("A signal needs at least one phase");
        }
        for (Phase phase : phases) {
            requireSafe(phase, conflicts);
        }
        this.phases = List.copyOf(phases);
        this.limits = limits;
    }

    /** Why a request was rejected. */
    public enum Refusal {
        /** No phase has that number. */
        UNKNOWN_PHASE,
        /** The minimum green of the shown phase is not over. */
        MINIMUM_GREEN,
        /** A movement has reached its maximum red, and the requested phase does not serve it. */
        MAXIMUM_RED
    }

    /**
     * What to show.
     *
     * @param phase the phase to show, by index
     * @param yellow what to show before it for {@link SafetyLimits#yellowSeconds}, {@link PhaseTransition#cleared}
     *     after it; empty when it may follow at once
     * @param refusal why it is not the requested phase; empty when it is
     */
    public record Admission(int phase, Optional<String> yellow, Optional<Refusal> refusal) {}

    /**
     * Which phases may follow; at least one may.
     *
     * @param shown the phase shown, by index
     * @param clock of this signal, updated with what it shows
     */
    public boolean[] legal(int shown, SignalClock clock) {
        return legal(shown, clock.ageSeconds(), clock::redSeconds);
    }

    /**
     * Which phases may follow when the maximum red counts only while vehicles wait; at least one may.
     *
     * @param shown the phase shown, by index
     * @param ageSeconds how long it has been shown
     * @param clock of this signal
     */
    public boolean[] legal(int shown, double ageSeconds, WaitClock clock) {
        return legal(shown, ageSeconds, clock::waitedSeconds);
    }

    private boolean[] legal(int shown, double ageSeconds, IntToDoubleFunction redSeconds) {
        boolean[] legal = legal(shown, ageSeconds);
        OptionalInt overdue = ageSeconds < limits.minimumGreenSeconds() ? OptionalInt.empty() : overdue(redSeconds);
        overdue.ifPresent(index -> {
            for (int phase = 0; phase < legal.length; phase++) {
                legal[phase] &= phases.get(phase).isGreen(index);
            }
        });
        return legal;
    }

    /** Which phases may follow by the minimum green alone. */
    public boolean[] legal(int shown, double ageSeconds) {
        boolean[] legal = new boolean[phases.size()];
        boolean free = ageSeconds >= limits.minimumGreenSeconds();
        for (int phase = 0; phase < legal.length; phase++) {
            legal[phase] = free || phase == shown;
        }
        return legal;
    }

    /** What to show when a phase is requested; counts the refusal if the request cannot be fulfilled. */
    public Admission admit(int shown, int requested, SignalClock clock) {
        boolean[] legal = legal(shown, clock);
        if (requested >= 0 && requested < legal.length && legal[requested]) {
            return new Admission(requested, yellow(shown, requested), Optional.empty());
        }
        Refusal refusal = requested < 0 || requested >= legal.length
                ? Refusal.UNKNOWN_PHASE
                : clock.ageSeconds() < limits.minimumGreenSeconds() ? Refusal.MINIMUM_GREEN : Refusal.MAXIMUM_RED;
        refusals.merge(refusal, 1, Integer::sum);
        int instead = legal[shown] ? shown : first(legal);
        return new Admission(instead, yellow(shown, instead), Optional.of(refusal));
    }

    /** Number of rejected requests, by reason. */
    public Map<Refusal, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    /** The phases, in the order of their indices. */
    public List<Phase> phases() {
        return phases;
    }

    /** The limits. */
    public SafetyLimits limits() {
        return limits;
    }

    private Optional<String> yellow(int shown, int next) {
        return PhaseTransition.between(phases.get(shown), phases.get(next));
    }

    /** The movement that has been red longest beyond its maximum, of those that some phase serves. */
    private OptionalInt overdue(IntToDoubleFunction redSeconds) {
        int longest = -1;
        for (int index = 0; index < phases.get(0).size(); index++) {
            if (redSeconds.applyAsDouble(index) >= limits.maximumRedSeconds()
                    && (longest < 0 || redSeconds.applyAsDouble(index) > redSeconds.applyAsDouble(longest))
                    && served(index)) {
                longest = index;
            }
        }
        return longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    private boolean served(int index) {
        return phases.stream().anyMatch(phase -> phase.isGreen(index));
    }

    private static int first(boolean[] legal) {
        int phase = 0;
        while (!legal[phase]) {
            phase++;
        }
        return phase;
    }

    private static void requireSafe(Phase phase, ConflictMatrix conflicts) {
        if (phase.size() < conflicts.size()) {
            throw new IllegalArgumentException("Phase '%s' holds %d signal indices, the signal has %d"
                    .formatted(phase.state(), phase.size(), conflicts.size()));
        }
        conflicts.find(phase.state()).ifPresent(conflict -> {
            throw new IllegalArgumentException("Phase '%s' gives the conflicting movements %d and %d green"
                    .formatted(phase.state(), conflict.one(), conflict.other()));
        });
    }
}

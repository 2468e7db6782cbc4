package io.clearway.signal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * What one signal may show next, whoever asks: only phases free of conflicts, each for its minimum green, with yellow
 * in between, and no movement left waiting beyond its limit. Used by one thread at a time.
 */
public final class SafetyEnvelope {
    private final List<Phase> phases;
    private final SafetyLimits limits;
    private final Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);

    /**
     * @param phases what the signal may hold; wishes are indices of this list
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

    /** Why a wish was not followed. */
    public enum Refusal {
        /** No phase has that number. */
        UNKNOWN_PHASE,
        /** The shown phase has not had its minimum green. */
        MINIMUM_GREEN,
        /** A movement waited its maximum red, and the wished phase does not serve it. */
        MAXIMUM_RED
    }

    /**
     * What to show.
     *
     * @param phase the phase to hold, by index
     * @param yellow what to show before it for {@link SafetyLimits#yellowSeconds}, {@link PhaseTransition#cleared}
     *     after it; empty when it may come at once
     * @param refusal why it is not the wished phase; empty when it is
     */
    public record Admission(int phase, Optional<String> yellow, Optional<Refusal> refusal) {}

    /**
     * Which phases may follow; at least one may.
     *
     * @param shown the phase shown, by index
     * @param clock of this signal, fed with what it shows
     */
    public boolean[] legal(int shown, SignalClock clock) {
        return legal(shown, clock.ageSeconds(), clock::redSeconds);
    }

    /**
     * Which phases may follow when the maximum red counts only while somebody waits; at least one may.
     *
     * @param shown the phase shown, by index
     * @param ageSeconds how long it counts as shown
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

    /** Which phases may follow by the minimum green alone, for callers that know the age of the shown phase. */
    public boolean[] legal(int shown, double ageSeconds) {
        boolean[] legal = new boolean[phases.size()];
        boolean free = ageSeconds >= limits.minimumGreenSeconds();
        for (int phase = 0; phase < legal.length; phase++) {
            legal[phase] = free || phase == shown;
        }
        return legal;
    }

    /** What to show when a phase is wished for; counts the refusal if the wish cannot be followed. */
    public Admission admit(int shown, int wished, SignalClock clock) {
        boolean[] legal = legal(shown, clock);
        if (wished >= 0 && wished < legal.length && legal[wished]) {
            return new Admission(wished, yellow(shown, wished), Optional.empty());
        }
        Refusal refusal = wished < 0 || wished >= legal.length
                ? Refusal.UNKNOWN_PHASE
                : clock.ageSeconds() < limits.minimumGreenSeconds() ? Refusal.MINIMUM_GREEN : Refusal.MAXIMUM_RED;
        refusals.merge(refusal, 1, Integer::sum);
        int instead = legal[shown] ? shown : first(legal);
        return new Admission(instead, yellow(shown, instead), Optional.of(refusal));
    }

    /** How often wishes were refused, by reason. */
    public Map<Refusal, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    /** The phases, in the order of their indices. */
    public List<Phase> phases() {
        return phases;
    }

    /** The limits kept. */
    public SafetyLimits limits() {
        return limits;
    }

    private Optional<String> yellow(int shown, int next) {
        return PhaseTransition.between(phases.get(shown), phases.get(next));
    }

    /** The movement that waited longest beyond its limit, of those that some phase serves. */
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
            throw new IllegalArgumentException("Phase '%s' lets the movements %d and %d meet"
                    .formatted(phase.state(), conflict.one(), conflict.other()));
        });
    }
}

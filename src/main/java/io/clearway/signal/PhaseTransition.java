package io.clearway.signal;

import java.util.Optional;

/**
 * What a signal shows between two phases, as in the ATSC benchmarks (Chu et al. 2020): movements that lose green show
 * yellow, movements that gain it remain red, all others already show the new phase.
 */
public final class PhaseTransition {
    private PhaseTransition() {}

    /**
     * The state between two phases; empty when no movement loses green, so that the new phase may follow at once.
     *
     * @throws IllegalArgumentException when the phases differ in size
     */
    public static Optional<String> between(Phase shown, Phase next) {
        if (shown.size() != next.size()) {
            throw new IllegalArgumentException("There is no transition from '%s' to '%s': they differ in length"
                    .formatted(shown.state(), next.state()));
        }
        var state = new StringBuilder(next.size());
        boolean yellow = false;
        for (int index = 0; index < next.size(); index++) {
            boolean loses = shown.isGreen(index) && !next.isGreen(index);
            boolean gains = !shown.isGreen(index) && next.isGreen(index);
            yellow |= loses;
            state.append(loses ? 'y' : gains ? 'r' : next.state().charAt(index));
        }
        return yellow ? Optional.of(state.toString()) : Optional.empty();
    }

    /** The all-red state after a transition's yellow: movements that lost green show red. */
    public static String cleared(String yellow) {
        return yellow.replace('y', 'r');
    }
}

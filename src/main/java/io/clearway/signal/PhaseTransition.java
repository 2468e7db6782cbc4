package io.clearway.signal;

import java.util.Optional;

/**
 * What a signal shows between two phases, as in the ATSC benchmarks (Chu et al. 2020): movements that lose their green
 * show yellow, movements that gain it wait in red, all others already show the new phase.
 */
public final class PhaseTransition {
    private PhaseTransition() {}

    /**
     * The state between two phases; empty when nothing turns red, so that the new phase may be shown at once.
     *
     * @throws IllegalArgumentException when the phases differ in size
     */
    public static Optional<String> between(Phase shown, Phase next) {
        if (shown.size() != next.size()) {
            throw new IllegalArgumentException(
                    "No transition from '%s' to '%s': they differ in length".formatted(shown.state(), next.state()));
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

    /** What follows on a transition's yellow until the junction is clear: movements that lost their green show red. */
    public static String cleared(String yellow) {
        return yellow.replace('y', 'r');
    }
}

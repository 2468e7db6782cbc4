package io.clearway.deployments.control;

import io.clearway.signal.Phase;
import io.clearway.signal.PhaseTransition;
import io.clearway.signal.SafetyLimits;
import java.util.Optional;

/**
 * The state that one signal shows, and the transition it is in. <b>Yellow and all-red are inserted here</b>: a change
 * of state that takes green from a movement ({@link #transitionTo}) shows yellow for
 * {@link SafetyLimits#yellowSeconds}, then red for {@link SafetyLimits#allRedSeconds}, and only then the target state
 * ({@link #tick}). Both the controller's phases and the fixed-time program pass through it. Used by one thread at a
 * time.
 */
final class PhaseSequencer {
    private final SafetyLimits limits;
    private String shown;
    private String target;
    private double yellowEnds = Double.NEGATIVE_INFINITY;
    private double transitionEnds = Double.NEGATIVE_INFINITY;

    /** @param shown what the signal shows now, one of SUMO's characters per link */
    PhaseSequencer(String shown, SafetyLimits limits) {
        this.shown = shown;
        this.target = shown;
        this.limits = limits;
    }

    String shown() {
        return shown;
    }

    /** The state at the end of the transition; the shown one where there is none. */
    String target() {
        return target;
    }

    boolean inTransition() {
        return !shown.equals(target);
    }

    /**
     * Begins to change to a state: at once where no movement loses its green, else with yellow. A state that holds
     * yellow itself, as in a fixed-time program, is shown at once.
     *
     * @param now simulated time in seconds
     */
    void transitionTo(String state, double now) {
        target = state;
        Optional<String> yellow =
                isTransition(state) ? Optional.empty() : PhaseTransition.between(phaseOf(shown), phaseOf(state));
        yellowEnds = now + limits.yellowSeconds();
        transitionEnds = yellow.isPresent() ? now + limits.transitionSeconds() : now;
        shown = yellow.orElse(state);
    }

    /** Continues with all-red, or the target, when the time of the shown state is over. */
    void tick(double now) {
        if (now >= transitionEnds) {
            shown = target;
        } else if (now >= yellowEnds) {
            shown = PhaseTransition.cleared(shown);
        }
    }

    /** Takes over a state that was set from outside; a transition ends. */
    void override(String state) {
        shown = state;
        target = state;
    }

    /** Whether a state belongs to a transition: it holds yellow, or red and yellow together. */
    static boolean isTransition(String state) {
        return state.chars().anyMatch(light -> light == 'y' || light == 'Y' || light == 'u');
    }

    /** The state as a phase: a movement in yellow has no green to lose any more. */
    static Phase phaseOf(String state) {
        return new Phase(state.replaceAll("[yYu]", "r"));
    }
}

package io.clearway.deployments.control;

import io.clearway.signal.Phase;
import io.clearway.signal.PhaseTransition;
import io.clearway.signal.SafetyLimits;
import java.util.Optional;

/**
 * What a signal shows, and the yellow or all-red it is in on the way to what it shall show. Used by one thread at a
 * time.
 */
final class PhaseSequencer {
    private final SafetyLimits limits;
    private String shown;
    private String goal;
    private double redAt = Double.NEGATIVE_INFINITY;
    private double goalAt = Double.NEGATIVE_INFINITY;

    PhaseSequencer(String shown, SafetyLimits limits) {
        this.shown = shown;
        this.goal = shown;
        this.limits = limits;
    }

    String shown() {
        return shown;
    }

    /** What it shows once its transition is over. */
    String goal() {
        return goal;
    }

    /** Whether it is in a transition. */
    boolean moving() {
        return !shown.equals(goal);
    }

    /** Heads for a state: at once when no green is lost on the way, else through yellow. */
    void goTo(String state, double now) {
        goal = state;
        Optional<String> yellow =
                clears(state) ? Optional.empty() : PhaseTransition.between(phaseOf(shown), phaseOf(state));
        redAt = now + limits.yellowSeconds();
        goalAt = yellow.isPresent() ? now + limits.transitionSeconds() : now;
        shown = yellow.orElse(state);
    }

    /** Ends yellow and all-red when their time is over. */
    void tick(double now) {
        if (now >= goalAt) {
            shown = goal;
        } else if (now >= redAt) {
            shown = PhaseTransition.cleared(shown);
        }
    }

    /** Somebody else set it. */
    void force(String state) {
        shown = state;
        goal = state;
    }

    /** Whether a state is a transition of its own: it holds yellow, or red and yellow together. */
    static boolean clears(String state) {
        return state.chars().anyMatch(light -> light == 'y' || light == 'Y' || light == 'u');
    }

    /** The state as a phase: a movement in yellow has no green to lose any more. */
    static Phase phaseOf(String state) {
        return new Phase(state.replaceAll("[yYu]", "r"));
    }
}

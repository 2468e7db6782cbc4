package io.clearway.deployments.control;

import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;

/**
 * Follows the network's fixed-time program by that program's own clock (offset and cycle), so that a signal in fallback
 * stays coordinated with the rest of the network and can be released without a jump. SUMO's static programs keep
 * counting while a client sets the signal.
 */
final class FixedTimeFollower {
    private final SignalProgram program;
    private final Phase otherwise;

    /** @param otherwise stage to show where the program has none */
    FixedTimeFollower(SignalProgram program, Phase otherwise) {
        this.program = program;
        this.otherwise = otherwise;
    }

    /** The stage that the program shows at a time, or goes over to. */
    Phase stage(double seconds) {
        return program.stageAt(seconds).orElse(otherwise);
    }

    /** Whether a state is what the program shows at a time, a stage and no transition. */
    boolean inStep(String shown, double seconds) {
        return program.stateAt(seconds).equals(shown) && stage(seconds).state().equals(shown);
    }
}

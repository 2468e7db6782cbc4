package io.clearway.deployments.control;

import io.clearway.scenario.LiveSignal;
import io.clearway.signal.SignalClock;

/**
 * Follows the network's fixed-time program by that program's own clock (offset and cycle), so that a signal in fallback
 * stays coordinated with the rest of the network and can be released without a jump. SUMO's static programs keep
 * counting while a client sets the signal.
 */
final class FixedTimeFollower {
    /** Fixed-time programs switch on whole seconds. */
    static final double TICK_SECONDS = 1;

    private final LiveSignal signal;
    private final PhaseSequencer sequencer;
    private final SignalClock clock;
    private boolean inStep;

    FixedTimeFollower(LiveSignal signal, PhaseSequencer sequencer, SignalClock clock) {
        this.signal = signal;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /** Begins with a signal that the network itself has run up to now. */
    void begin(double now) {
        // A simulation shows at time t what its program gave for the step before t.
        inStep = sequencer.shown().equals(at(now)) || sequencer.shown().equals(at(now - TICK_SECONDS));
    }

    /** The signal no longer follows the program: the controller, or another client, sets it. */
    void loseStep() {
        inStep = false;
    }

    /** Whether the signal shows what the program shows. */
    boolean inStep() {
        return inStep;
    }

    /** Changes to what the program shows now, as far as minimum green and transitions allow. */
    void tick(double now) {
        if (sequencer.inTransition()) {
            return;
        }
        String state = at(now);
        if (state.equals(sequencer.shown())) {
            inStep |= minimumGreenServedAt(now);
        } else if (inStep || mayJoin(state, now)) {
            sequencer.transitionTo(state, now);
            inStep = !sequencer.inTransition();
        }
    }

    /** Whether the shown state will have had its minimum green when the program leaves it. */
    private boolean minimumGreenServedAt(double now) {
        double missing = Math.max(0, signal.limits().minimumGreenSeconds() - clock.ageSeconds());
        return PhaseSequencer.isTransition(sequencer.shown())
                || missing == 0
                || sequencer.shown().equals(at(now + missing));
    }

    /** Out of step: the program's green is joined when it begins, or when enough of it is left. */
    private boolean mayJoin(String state, double now) {
        double needed = signal.limits().transitionSeconds() + signal.limits().minimumGreenSeconds();
        boolean begins = !state.equals(at(now - TICK_SECONDS));
        boolean served = PhaseSequencer.isTransition(sequencer.shown())
                || clock.ageSeconds() >= signal.limits().minimumGreenSeconds();
        return !PhaseSequencer.isTransition(state) && served && (begins || state.equals(at(now + needed)));
    }

    private String at(double seconds) {
        return signal.fixedTime().stateAt(seconds);
    }
}

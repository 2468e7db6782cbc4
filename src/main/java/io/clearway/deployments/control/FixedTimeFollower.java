package io.clearway.deployments.control;

import io.clearway.scenario.LiveSignal;
import io.clearway.signal.SignalClock;

/**
 * Leads a signal along the network's fixed-time program by that program's own clock, so that the signal stays in step
 * with the rest of the network and can be handed back without a jump. (SUMO's programs go on counting while somebody
 * else sets the light.)
 */
final class FixedTimeFollower {
    private final LiveSignal signal;
    private final PhaseSequencer head;
    private final SignalClock clock;
    private boolean inStep;

    FixedTimeFollower(LiveSignal signal, PhaseSequencer head, SignalClock clock) {
        this.signal = signal;
        this.head = head;
        this.clock = clock;
    }

    /** Begins with a light that the network itself has run up to now. */
    void begin(double now) {
        // A simulation shows at time t what its program gave for the step before t.
        inStep = head.shown().equals(at(now)) || head.shown().equals(at(now - SignalController.TICK_SECONDS));
    }

    /** Forgets the program: somebody else decides. */
    void leave() {
        inStep = false;
    }

    boolean inStep() {
        return inStep;
    }

    /** Heads for what the program shows now, as far as minimum green and yellow allow. */
    void tick(double now) {
        if (head.moving()) {
            return;
        }
        String goal = at(now);
        if (goal.equals(head.shown())) {
            inStep |= greenServedAt(now);
        } else if (inStep || mayJoin(goal, now)) {
            head.goTo(goal, now);
            inStep = !head.moving();
        }
    }

    /** Whether the shown state will have had its minimum green when the program leaves it. */
    private boolean greenServedAt(double now) {
        double missing = Math.max(0, signal.limits().minimumGreenSeconds() - clock.ageSeconds());
        return PhaseSequencer.clears(head.shown())
                || missing == 0
                || head.shown().equals(at(now + missing));
    }

    /** Out of step: the program's green is joined when it begins, or when enough of it is left. */
    private boolean mayJoin(String goal, double now) {
        double needed = signal.limits().transitionSeconds() + signal.limits().minimumGreenSeconds();
        boolean begins = !goal.equals(at(now - SignalController.TICK_SECONDS));
        boolean served = PhaseSequencer.clears(head.shown())
                || clock.ageSeconds() >= signal.limits().minimumGreenSeconds();
        return !PhaseSequencer.clears(goal) && served && (begins || goal.equals(at(now + needed)));
    }

    private String at(double seconds) {
        return signal.fixedTime().stateAt(seconds);
    }
}

package io.clearway.deployments.control;

import io.clearway.monitor.SignalMonitor;
import io.clearway.monitor.Trip;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalGuard;
import io.clearway.signal.StageOrder;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Controls one signal: requests the controller's phase while the controller's decisions are good, else the network's
 * fixed-time program (fallback), or what an operator orders. Where the controller is that program itself, it is
 * followed second by second, since its steps need not fit decisions. Whatever is requested, the {@link SignalGuard}
 * turns it into a legal stretch of states, yellow and clearance included; the independent {@link SignalMonitor} checks
 * what the signal really showed. Used by one thread at a time.
 */
final class SignalController {
    private final LiveSignal signal;
    private final StageOrder order;
    private final Set<String> outOfOrder = new HashSet<>();
    private final double decisionSeconds;
    private final SignalMonitor monitor;
    private final FixedTimeFollower fixedTime;
    private final ModeRecord mode;
    private final int recoveryDecisions;

    private SignalGuard guard;
    private boolean guardFailed;
    private Optional<String> turned = Optional.empty();
    private Phase held;
    private Phase target;
    private String shown;
    private double shownSince;
    private double targetSince;
    private double now;
    private int goodDecisions;
    private int refusals;

    /**
     * @param light the same signal in the network that runs
     * @param shown what the signal shows now
     * @param seconds simulated time now
     * @param limits of the deployment's decisions
     */
    SignalController(LiveSignal signal, TrafficLight light, String shown, double seconds, DecisionLimits limits) {
        this.signal = signal;
        this.order = signal.order();
        this.fixedTime =
                new FixedTimeFollower(signal.fixedTime(), signal.phases().get(0));
        this.target = fixedTime.stage(seconds);
        this.held = target;
        this.decisionSeconds = limits.decisionSeconds();
        this.guard = guard(shown);
        this.monitor = new SignalMonitor(light, signal.timing());
        this.recoveryDecisions = limits.recoveryDecisions();
        this.mode = new ModeRecord(seconds);
        this.shown = shown;
        this.shownSince = seconds;
        this.targetSince = seconds;
        this.now = seconds;
    }

    /** A guard that goes on from a state towards the present target. */
    private SignalGuard guard(String from) {
        return new SignalGuard(
                new SignalGuard.Signal(signal.stages(), signal.conflicts(), signal.timing(), order),
                from,
                target,
                decisionSeconds);
    }

    /** Takes in the controller's decision. */
    void decide(DecisionCheck check, double seconds) {
        updateMode(check, seconds);
        if (mode.is(ControlMode.CONTROLLER) && !signal.programmed()) {
            Phase chosen = signal.phases().get(check.choice());
            noteOrder(chosen);
            refusals += guard.choose(chosen).isPresent() ? 1 : 0;
        }
    }

    /** Keeps what to tell of a stage that may not come next, once for each stage before it. */
    private void noteOrder(Phase requested) {
        Phase instead = order.instead(guard.target(), requested);
        if (!instead.equals(requested)) {
            String text = "stage %d was requested after stage %d; the owner's order %s has stage %d next, which comes"
                    .formatted(
                            order.number(requested),
                            order.number(guard.target()),
                            signal.timing().order(),
                            order.number(instead));
            turned = outOfOrder.add(text) ? Optional.of(text) : turned;
        }
    }

    private void updateMode(DecisionCheck check, double seconds) {
        if (!mode.now().recovers()) {
            return;
        }
        goodDecisions = check.good() ? goodDecisions + 1 : 0;
        if (!check.good() && !mode.is(check.mode())) {
            change(check.mode(), check.reason(), seconds);
        } else if (check.good() && !mode.is(ControlMode.CONTROLLER) && recovered() && !guard.isChanging()) {
            change(ControlMode.CONTROLLER, "", seconds);
        }
    }

    private boolean recovered() {
        return mode.is(ControlMode.FIXED_TIME_TAKING_OVER) || goodDecisions >= recoveryDecisions;
    }

    /** What to show in the second that begins. */
    String tick(double seconds) {
        if (guardFailed) {
            target = fixedTime.stage(seconds);
            targetSince = seconds;
            guard = guard(shown);
        }
        guardFailed = true;
        if (mode.is(ControlMode.OPERATOR_HOLD)) {
            noteOrder(held);
            guard.hold(held);
        } else if (signal.programmed() || !mode.is(ControlMode.CONTROLLER)) {
            guard.choose(fixedTime.stage(seconds));
        }
        String state = guard.tick();
        guardFailed = false;
        if (!guard.target().equals(target)) {
            target = guard.target();
            targetSince = seconds;
        }
        return state;
    }

    /**
     * Takes in what the signal really showed in the second that ended.
     *
     * @param commanded what it should have shown
     * @param waiting whether somebody waits at a signal index
     * @return a fault that was not known before
     */
    Optional<SignalEvent> observe(String observed, String commanded, double seconds, IntPredicate waiting) {
        now = seconds;
        if (!observed.equals(shown)) {
            shown = observed;
            shownSince = seconds;
        }
        List<String> faults = new ArrayList<>();
        if (!observed.equals(commanded)) {
            guard.override(observed);
            faults.add("another client showed %s although %s was commanded".formatted(observed, commanded));
        }
        boolean tripped = monitor.trip().isPresent();
        // whoever holds a stage answers for those who wait meanwhile
        Optional<Trip> trip = monitor.observe(
                        observed, seconds, mode.is(ControlMode.OPERATOR_HOLD) ? index -> false : waiting)
                .filter(found -> !tripped);
        trip.ifPresent(found -> faults.add("conflict monitor: " + found.description()));
        String fault = String.join("; ", faults);
        if (!faults.isEmpty()) {
            latch(ControlMode.FIXED_TIME_MONITOR_TRIPPED, fault, seconds);
        }
        guard.observe(seconds, waiting);
        if (faults.isEmpty()) {
            Optional<SignalEvent> told = turned.map(text -> event(seconds, SignalEvent.Kind.OUT_OF_ORDER, text));
            turned = Optional.empty();
            return told;
        }
        SignalEvent.Kind kind = trip.isPresent() ? SignalEvent.Kind.MONITOR_TRIPPED : SignalEvent.Kind.OVERRIDDEN;
        return Optional.of(event(seconds, kind, fault));
    }

    /** Latches fixed time because controlling this signal failed. */
    Optional<SignalEvent> fail(RuntimeException error, double seconds) {
        String reason = "Clearway's control of this signal failed: " + error;
        boolean known = mode.is(ControlMode.FIXED_TIME_ERROR);
        latch(ControlMode.FIXED_TIME_ERROR, reason, seconds);
        return known ? Optional.empty() : Optional.of(event(seconds, SignalEvent.Kind.ERROR, reason));
    }

    private SignalEvent event(double seconds, SignalEvent.Kind kind, String description) {
        return new SignalEvent(seconds, signal.light(), kind, description);
    }

    private void latch(ControlMode fault, String reason, double seconds) {
        if (!mode.now().latched() && !mode.now().leaving()) {
            change(fault, reason, seconds);
        }
    }

    /** Holds a stage until another order. */
    void hold(Phase stage, String reason, double seconds) {
        held = stage;
        change(ControlMode.OPERATOR_HOLD, reason, seconds);
    }

    /** Follows fixed time until an operator ends it. */
    void forceFixedTime(String reason, double seconds) {
        change(ControlMode.OPERATOR_FIXED_TIME, reason, seconds);
    }

    /** Ends an operator's order, and a latched fault. */
    void reset(String reason, double seconds) {
        monitor.reset(seconds);
        change(ControlMode.FIXED_TIME_TAKING_OVER, reason, seconds);
    }

    /** Begins to go back to the network's program. */
    void beginRelease(String reason, double seconds) {
        if (!mode.now().leaving()) {
            change(ControlMode.FIXED_TIME_RELEASING, reason, seconds);
        }
    }

    /** Whether it is to be released and shows what the network's program shows, so that nothing jumps. */
    boolean mayBeReleased(double seconds) {
        return mode.is(ControlMode.FIXED_TIME_RELEASING)
                && guard.mayEnd()
                && shown.equals(guard.shown())
                && fixedTime.inStep(shown, seconds);
    }

    /** It has been returned to the network's program. */
    void released(double seconds) {
        change(ControlMode.RELEASED, "runs the network's own program", seconds);
    }

    boolean isReleased() {
        return mode.is(ControlMode.RELEASED);
    }

    /** Whether it goes back to the network's program, which no order ends. */
    boolean isLeaving() {
        return mode.now().leaving();
    }

    /** The controller's phases, by action. */
    List<Phase> phases() {
        return signal.phases();
    }

    String light() {
        return signal.light();
    }

    /** The controller's phase that it shows or changes to, since when, and which may follow. */
    LiveInterface.Shown heldPhase() {
        boolean[] legal = guard.legal();
        List<Boolean> free = new ArrayList<>();
        for (int phase = 0; phase < signal.phases().size(); phase++) {
            free.add(legal[phase]);
        }
        if (!free.contains(true)) {
            // only a stage of fixed time may follow: the choice changes nothing
            Collections.fill(free, true);
        }
        return new LiveInterface.Shown(signal.phases().indexOf(target), now - targetSince, free);
    }

    SignalStatus status() {
        return new SignalStatus(signal.light(), shown, now - shownSince, mode.status(), refusals, mode.fallbacks());
    }

    private void change(ControlMode to, String why, double seconds) {
        mode.change(to, why, seconds);
        goodDecisions = 0;
    }
}

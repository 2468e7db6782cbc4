package io.clearway.deployments.control;

import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.ConflictMonitor;
import io.clearway.signal.Phase;
import io.clearway.signal.SafetyEnvelope;
import io.clearway.signal.SignalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Controls one signal: shows the controller's phase while the controller's decisions are good, else the network's
 * fixed-time program (fallback). Minimum green and maximum red are kept by the {@link SafetyEnvelope}, yellow and
 * all-red by the {@link PhaseSequencer}; the {@link ConflictMonitor} checks what the signal really showed. Used by one
 * thread at a time.
 */
final class SignalController {
    private final LiveSignal signal;
    private final SafetyEnvelope envelope;
    private final ConflictMonitor monitor;
    private final SignalClock clock;
    private final PhaseSequencer sequencer;
    private final FixedTimeFollower fixedTime;
    private final int recoveryDecisions;
    private final double startedAt;

    private ControlMode mode = ControlMode.FIXED_TIME_TAKING_OVER;
    private String reason = "takes over from the network's program at its next green";
    private double modeSince;
    private double now;
    private int goodDecisions;
    private int refusals;
    private int fallbacks;

    /**
     * @param shown what the signal shows now
     * @param seconds simulated time now
     * @param recoveryDecisions good decisions in a row after which the controller decides again
     */
    SignalController(LiveSignal signal, String shown, double seconds, int recoveryDecisions) {
        this.signal = signal;
        this.envelope = new SafetyEnvelope(admissiblePhases(signal), signal.conflicts(), signal.limits());
        this.monitor = new ConflictMonitor(signal.conflicts());
        this.clock = new SignalClock(shown, seconds);
        this.sequencer = new PhaseSequencer(shown, signal.limits());
        this.fixedTime = new FixedTimeFollower(signal, sequencer, clock);
        this.recoveryDecisions = recoveryDecisions;
        this.modeSince = seconds;
        this.now = seconds;
        this.startedAt = seconds;
        monitor.observe(shown, seconds);
        fixedTime.begin(seconds);
    }

    /** The controller's phases, then those greens of the fixed-time program that are none of them. */
    private static List<Phase> admissiblePhases(LiveSignal signal) {
        Stream<Phase> greens = signal.fixedTime().steps().stream()
                .filter(step -> !PhaseSequencer.isTransition(step.state()))
                .map(step -> new Phase(step.state()))
                .filter(phase -> signal.conflicts().find(phase.state()).isEmpty())
                .filter(phase -> !signal.phases().contains(phase))
                .distinct();
        return Stream.concat(signal.phases().stream(), greens).toList();
    }

    /** What to show from one decision to the next. */
    SignalPlan plan(double fromSeconds, double toSeconds, DecisionCheck check) {
        updateMode(check, fromSeconds);
        if (mode == ControlMode.CONTROLLER) {
            follow(check.choice(), fromSeconds);
        }
        return run(fromSeconds, toSeconds);
    }

    /** What to show on the way back to the network's program. */
    SignalPlan planRelease(double fromSeconds, double toSeconds) {
        if (mode != ControlMode.FIXED_TIME_RELEASING) {
            change(ControlMode.FIXED_TIME_RELEASING, "returns to the network's program", fromSeconds);
        }
        return run(fromSeconds, toSeconds);
    }

    /** Checks what the signal really showed; a fault latches it to fixed time for the rest of the deployment. */
    void monitor(String observed, String commanded, double seconds) {
        Optional<ConflictMonitor.Fault> fault = monitor.observe(observed, seconds);
        if (!observed.equals(commanded)) {
            latchFallback(
                    "showed %s at %.0f s although %s was commanded".formatted(observed, seconds, commanded), seconds);
        }
        fault.ifPresent(found -> latchFallback(describe(found), seconds));
    }

    /** Continues from what the signal shows at the end of the newest plan. */
    void synchronize(String observed, double seconds) {
        if (!observed.equals(sequencer.shown())) {
            sequencer.override(observed);
            fixedTime.loseStep();
        }
        clock.observe(observed, seconds);
        now = seconds;
    }

    /** Whether it shows exactly what the network's program shows, so that it can be released without a jump. */
    boolean inStep() {
        return fixedTime.inStep();
    }

    /** The controller's phase that it shows or changes to; its seconds count from the beginning of control. */
    LiveInterface.Shown heldPhase() {
        int phase = signal.phases().indexOf(PhaseSequencer.phaseOf(sequencer.target()));
        return new LiveInterface.Shown(phase, now - startedAt);
    }

    SignalStatus status() {
        ControlStatus control = new ControlStatus(mode, modeSince, reason);
        return new SignalStatus(signal.light(), sequencer.shown(), clock.ageSeconds(), control, refusals, fallbacks);
    }

    private void updateMode(DecisionCheck check, double seconds) {
        if (!mode.recovers()) {
            return;
        }
        goodDecisions = check.good() ? goodDecisions + 1 : 0;
        if (!check.good() && mode != check.mode()) {
            change(check.mode(), check.reason(), seconds);
        } else if (check.good() && mode != ControlMode.CONTROLLER && recovered() && shownPhase() >= 0) {
            change(ControlMode.CONTROLLER, "", seconds);
        }
    }

    private boolean recovered() {
        return mode == ControlMode.FIXED_TIME_TAKING_OVER || goodDecisions >= recoveryDecisions;
    }

    /** The shown phase by the envelope's index; −1 during transitions. */
    private int shownPhase() {
        List<String> states = envelope.phases().stream().map(Phase::state).toList();
        return sequencer.inTransition() ? -1 : states.indexOf(sequencer.shown());
    }

    private void follow(int choice, double seconds) {
        SafetyEnvelope.Admission admission = envelope.admit(shownPhase(), choice, clock);
        refusals += admission.refusal().isPresent() ? 1 : 0;
        sequencer.transitionTo(envelope.phases().get(admission.phase()).state(), seconds);
    }

    /** Second by second: transitions end, and without the controller the fixed-time program is followed. */
    private SignalPlan run(double fromSeconds, double toSeconds) {
        List<SignalPlan.Showing> showings = new ArrayList<>();
        for (double tick = fromSeconds; tick < toSeconds; tick += FixedTimeFollower.TICK_SECONDS) {
            String before = showings.isEmpty() ? "" : sequencer.shown();
            sequencer.tick(tick);
            clock.observe(sequencer.shown(), tick);
            if (mode != ControlMode.CONTROLLER) {
                fixedTime.tick(tick);
                clock.observe(sequencer.shown(), tick);
            }
            if (!before.equals(sequencer.shown())) {
                showings.add(new SignalPlan.Showing(tick, sequencer.shown()));
            }
        }
        return new SignalPlan(signal.light(), showings);
    }

    private void latchFallback(String fault, double seconds) {
        if (mode.recovers()) {
            change(ControlMode.FIXED_TIME_MONITOR_TRIPPED, fault, seconds);
        }
    }

    private void change(ControlMode to, String why, double seconds) {
        fallbacks += to.fault() && !mode.fault() ? 1 : 0;
        if (to == ControlMode.CONTROLLER || mode == ControlMode.CONTROLLER) {
            fixedTime.loseStep();
        }
        mode = to;
        reason = why;
        modeSince = seconds;
        goodDecisions = 0;
    }

    private static String describe(ConflictMonitor.Fault fault) {
        String kind = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s seen at link %d of %s at %.0f s".formatted(kind, fault.index(), fault.state(), fault.seconds());
    }
}

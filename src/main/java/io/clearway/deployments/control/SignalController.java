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
 * Decides what one signal shows: the controller's phase while that is sound, else the network's fixed-time program.
 * Used by one thread at a time.
 */
final class SignalController {
    /** Fixed-time programs switch on whole seconds. */
    static final double TICK_SECONDS = 1;

    private final LiveSignal signal;
    private final SafetyEnvelope envelope;
    private final ConflictMonitor monitor;
    private final SignalClock clock;
    private final PhaseSequencer head;
    private final FixedTimeFollower program;
    private final int recoveryDecisions;

    private ControlMode authority = ControlMode.FIXED_TIME_TAKING_OVER;
    private String why = "takes over from the network's program at its next green";
    private double since;
    private double now;
    private double chosenAt;
    private int goodDecisions;
    private int refusals;
    private int fallbacks;

    /**
     * @param shown what the light shows now
     * @param seconds simulated time now
     * @param recoveryDecisions good decisions in a row after which the controller decides again
     */
    SignalController(LiveSignal signal, String shown, double seconds, int recoveryDecisions) {
        this.signal = signal;
        this.envelope = new SafetyEnvelope(holdable(signal), signal.conflicts(), signal.limits());
        this.monitor = new ConflictMonitor(signal.conflicts());
        this.clock = new SignalClock(shown, seconds);
        this.head = new PhaseSequencer(shown, signal.limits());
        this.program = new FixedTimeFollower(signal, head, clock);
        this.recoveryDecisions = recoveryDecisions;
        this.since = seconds;
        this.now = seconds;
        this.chosenAt = seconds;
        monitor.observe(shown, seconds);
        program.begin(seconds);
    }

    /** The controller's phases, then those greens of the program that are none of them. */
    private static List<Phase> holdable(LiveSignal signal) {
        Stream<Phase> greens = signal.fixedTime().steps().stream()
                .filter(step -> !PhaseSequencer.clears(step.state()))
                .map(step -> new Phase(step.state()))
                .filter(phase -> signal.conflicts().find(phase.state()).isEmpty())
                .filter(phase -> !signal.phases().contains(phase))
                .distinct();
        return Stream.concat(signal.phases().stream(), greens).toList();
    }

    /** What to show from one decision to the next. */
    SignalPlan plan(double fromSeconds, double toSeconds, DecisionCheck judgement) {
        updateMode(judgement, fromSeconds);
        if (authority == ControlMode.CONTROLLER) {
            follow(judgement.choice(), fromSeconds);
        }
        return run(fromSeconds, toSeconds);
    }

    /** What to show on the way back to the network's program. */
    SignalPlan leadBack(double fromSeconds, double toSeconds) {
        if (authority != ControlMode.FIXED_TIME_RELEASING) {
            change(ControlMode.FIXED_TIME_RELEASING, "is led back to the network's program", fromSeconds);
        }
        return run(fromSeconds, toSeconds);
    }

    /** Takes in what the light really showed; a fault ends the controller's say for good. */
    void watch(String observed, String ordered, double seconds) {
        Optional<ConflictMonitor.Fault> fault = monitor.observe(observed, seconds);
        if (!observed.equals(ordered)) {
            latchFallback("showed %s at %.0f s although %s was ordered".formatted(observed, seconds, ordered), seconds);
        }
        fault.ifPresent(seen -> latchFallback(inWords(seen), seconds));
    }

    /** Goes on from what the light shows at the end of the stretch planned last. */
    void synchronize(String observed, double seconds) {
        if (!observed.equals(head.shown())) {
            head.force(observed);
            program.leave();
        }
        clock.observe(observed, seconds);
        now = seconds;
    }

    /** Whether it shows exactly what the network's program shows, so that it can be handed back. */
    boolean inStep() {
        return program.inStep();
    }

    LiveInterface.Shown holds() {
        int phase = signal.phases().indexOf(PhaseSequencer.phaseOf(head.goal()));
        return new LiveInterface.Shown(phase, now - chosenAt);
    }

    SignalStatus status() {
        return new SignalStatus(
                signal.light(), head.shown(), clock.ageSeconds(), authority, since, why, refusals, fallbacks);
    }

    private void updateMode(DecisionCheck judgement, double seconds) {
        if (!authority.recovers()) {
            return;
        }
        goodDecisions = judgement.good() ? goodDecisions + 1 : 0;
        if (!judgement.good() && authority != judgement.authority()) {
            change(judgement.authority(), judgement.why(), seconds);
        } else if (judgement.good() && authority != ControlMode.CONTROLLER && ready() && phaseShown() >= 0) {
            change(ControlMode.CONTROLLER, "", seconds);
        }
    }

    private boolean ready() {
        return authority == ControlMode.FIXED_TIME_TAKING_OVER || goodDecisions >= recoveryDecisions;
    }

    /** The shown phase by the envelope's index; −1 during transitions. */
    private int phaseShown() {
        List<String> states = envelope.phases().stream().map(Phase::state).toList();
        return head.moving() ? -1 : states.indexOf(head.shown());
    }

    private void follow(int choice, double seconds) {
        SafetyEnvelope.Admission admission = envelope.admit(phaseShown(), choice, clock);
        refusals += admission.refusal().isPresent() ? 1 : 0;
        head.goTo(envelope.phases().get(admission.phase()).state(), seconds);
    }

    private SignalPlan run(double fromSeconds, double toSeconds) {
        List<SignalPlan.Showing> showings = new ArrayList<>();
        for (double tick = fromSeconds; tick < toSeconds; tick += TICK_SECONDS) {
            String before = showings.isEmpty() ? "" : head.shown();
            head.tick(tick);
            clock.observe(head.shown(), tick);
            if (authority != ControlMode.CONTROLLER) {
                program.tick(tick);
                clock.observe(head.shown(), tick);
            }
            if (!before.equals(head.shown())) {
                showings.add(new SignalPlan.Showing(tick, head.shown()));
            }
        }
        return new SignalPlan(signal.light(), showings);
    }

    private void latchFallback(String what, double seconds) {
        if (authority.recovers()) {
            change(ControlMode.FIXED_TIME_MONITOR_TRIPPED, what, seconds);
        }
    }

    private void change(ControlMode to, String reason, double seconds) {
        fallbacks += to.fault() && !authority.fault() ? 1 : 0;
        if (to == ControlMode.CONTROLLER || authority == ControlMode.CONTROLLER) {
            program.leave();
        }
        authority = to;
        why = reason;
        since = seconds;
        goodDecisions = 0;
    }

    private static String inWords(ConflictMonitor.Fault fault) {
        String kind = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s seen at link %d of %s at %.0f s".formatted(kind, fault.index(), fault.state(), fault.seconds());
    }
}

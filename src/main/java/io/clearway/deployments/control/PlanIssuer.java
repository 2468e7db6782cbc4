package io.clearway.deployments.control;

import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a controller's responses into signal plans that are safe whatever the controller responds: one
 * {@link SignalController} per signal. Time is simulated time, in seconds, and a parameter. Used by one thread at a
 * time.
 */
public final class PlanIssuer {
    private final List<SignalController> signalControllers = new ArrayList<>();
    private int decisions;
    private int late;
    private int failed;

    /**
     * @param signals in the order of the agents
     * @param shown what they show now
     * @param seconds simulated time now
     * @param recoveryDecisions good decisions in a row after which a signal returns to the controller
     */
    public PlanIssuer(List<LiveSignal> signals, List<String> shown, double seconds, int recoveryDecisions) {
        for (int i = 0; i < signals.size(); i++) {
            signalControllers.add(new SignalController(signals.get(i), shown.get(i), seconds, recoveryDecisions));
        }
    }

    /** What each signal shows from one decision to the next, given the controller's response to an observation. */
    public List<SignalPlan> issue(
            double fromSeconds, double toSeconds, JointObservation observation, ControllerResponse response) {
        decisions++;
        late += response instanceof ControllerResponse.Late ? 1 : 0;
        failed += response instanceof ControllerResponse.Failed ? 1 : 0;
        List<SignalPlan> plans = new ArrayList<>();
        for (int agent = 0; agent < signalControllers.size(); agent++) {
            DecisionCheck check = DecisionCheck.of(agent, observation, response);
            plans.add(signalControllers.get(agent).plan(fromSeconds, toSeconds, check));
        }
        return plans;
    }

    /** What each signal shows on its way back to the network's own program, without the controller. */
    public List<SignalPlan> issueRelease(double fromSeconds, double toSeconds) {
        return signalControllers.stream()
                .map(signal -> signal.planRelease(fromSeconds, toSeconds))
                .toList();
    }

    /**
     * Processes what the signals really showed while the newest plans were applied. A fault latches a signal to fixed
     * time; the next plans continue from what was shown last.
     *
     * @param readbacks at least one, in order of time
     */
    public void monitor(List<SignalReadback> readbacks) {
        SignalReadback last = readbacks.get(readbacks.size() - 1);
        for (int i = 0; i < signalControllers.size(); i++) {
            SignalController signal = signalControllers.get(i);
            for (SignalReadback readback : readbacks) {
                signal.monitor(readback.shown().get(i), readback.commanded().get(i), readback.seconds());
            }
            signal.synchronize(last.shown().get(i), last.seconds());
        }
    }

    /** The phase that each signal holds, as the scenario's observer needs it. */
    public List<LiveInterface.Shown> shown() {
        return signalControllers.stream().map(SignalController::heldPhase).toList();
    }

    /** Whether every signal shows exactly what the network's own program shows. */
    public boolean inStep() {
        return signalControllers.stream().allMatch(SignalController::inStep);
    }

    /** All signals as they are now. */
    public List<SignalStatus> signals() {
        return signalControllers.stream().map(SignalController::status).toList();
    }

    /** Counts of all decisions up to now. */
    public DecisionCounts counts() {
        int refused = signalControllers.stream()
                .mapToInt(signal -> signal.status().refusals())
                .sum();
        return new DecisionCounts(decisions, late, failed, refused);
    }
}

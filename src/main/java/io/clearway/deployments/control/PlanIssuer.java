package io.clearway.deployments.control;

import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a controller's verdicts into signal plans that are safe whatever the controller says. Time is simulated time,
 * handed in. Used by one thread at a time.
 */
public final class PlanIssuer {
    private final List<SignalController> operators = new ArrayList<>();
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
            operators.add(new SignalController(signals.get(i), shown.get(i), seconds, recoveryDecisions));
        }
    }

    /** What each signal shows from one decision to the next, given what came of asking the controller. */
    public List<SignalPlan> issue(
            double fromSeconds, double toSeconds, JointObservation observation, ControllerResponse verdict) {
        decisions++;
        late += verdict instanceof ControllerResponse.Late ? 1 : 0;
        failed += verdict instanceof ControllerResponse.Failed ? 1 : 0;
        List<SignalPlan> plans = new ArrayList<>();
        for (int agent = 0; agent < operators.size(); agent++) {
            DecisionCheck judgement = DecisionCheck.of(agent, observation, verdict);
            plans.add(operators.get(agent).plan(fromSeconds, toSeconds, judgement));
        }
        return plans;
    }

    /** What each signal shows on its way back to the network's own program; the controller is asked no more. */
    public List<SignalPlan> leadBack(double fromSeconds, double toSeconds) {
        return operators.stream()
                .map(operator -> operator.leadBack(fromSeconds, toSeconds))
                .toList();
    }

    /**
     * Takes in what the signals really show; a fault ends the controller's say at that signal for good.
     *
     * @param observed states read from the simulation, in the order of the agents
     * @param ordered states that were ordered, in the same order
     */
    public void watch(List<String> observed, List<String> ordered, double seconds) {
        for (int i = 0; i < operators.size(); i++) {
            operators.get(i).watch(observed.get(i), ordered.get(i), seconds);
        }
    }

    /** Goes on from what the signals show at the end of the stretch that was planned last. */
    public void synchronize(List<String> observed, double seconds) {
        for (int i = 0; i < operators.size(); i++) {
            operators.get(i).synchronize(observed.get(i), seconds);
        }
    }

    /** What each signal holds, as the scenario's observer wants it. */
    public List<LiveInterface.Shown> shown() {
        return operators.stream().map(SignalController::holds).toList();
    }

    /** Whether every signal shows exactly what the network's own program shows. */
    public boolean inStep() {
        return operators.stream().allMatch(SignalController::inStep);
    }

    /** All signals as they are now. */
    public List<SignalStatus> signals() {
        return operators.stream().map(SignalController::status).toList();
    }

    /** How the decisions went up to now. */
    public DecisionCounts counts() {
        int refused = operators.stream()
                .mapToInt(operator -> operator.status().refusals())
                .sum();
        return new DecisionCounts(decisions, late, failed, refused);
    }
}

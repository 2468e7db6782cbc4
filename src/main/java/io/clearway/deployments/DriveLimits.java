package io.clearway.deployments;

import io.clearway.setting.InvalidSetting;

/**
 * How a deployment controls its simulation, and whether it logs what happens.
 *
 * @param decisionSeconds simulated time between decisions
 * @param deadlineMillis wall-clock time limit of a decision
 * @param untilSeconds simulated time at which the deployment ends; infinite: with the simulation
 * @param recoveryDecisions good decisions in a row after which a signal returns from fixed time to the controller
 * @param eventLog whether its signals and detectors are logged
 */
public record DriveLimits(
        double decisionSeconds, int deadlineMillis, double untilSeconds, int recoveryDecisions, boolean eventLog) {
    /** The longest deadline of a decision, in milliseconds of wall-clock time. */
    public static final int MAX_DEADLINE_MILLIS = 60_000;

    private static final int MAX_DECISION_SECONDS = 300;

    /** Those of a drive without an event log. */
    public DriveLimits(double decisionSeconds, int deadlineMillis, double untilSeconds, int recoveryDecisions) {
        this(decisionSeconds, deadlineMillis, untilSeconds, recoveryDecisions, false);
    }

    /** The same with or without an event log. */
    public DriveLimits withEventLog(boolean logged) {
        return new DriveLimits(decisionSeconds, deadlineMillis, untilSeconds, recoveryDecisions, logged);
    }

    public DriveLimits {
        boolean whole = decisionSeconds == Math.rint(decisionSeconds);
        if (!(whole && decisionSeconds >= 1 && decisionSeconds <= MAX_DECISION_SECONDS)) {
            throw new InvalidSetting(
                    "decisionSeconds", decisionSeconds, "give whole seconds from 1 to " + MAX_DECISION_SECONDS);
        }
        if (deadlineMillis < 1 || deadlineMillis > MAX_DEADLINE_MILLIS) {
            throw new InvalidSetting(
                    "deadlineMillis", deadlineMillis, "give milliseconds from 1 to " + MAX_DEADLINE_MILLIS);
        }
        if (!(untilSeconds > 0)) {
            throw new InvalidSetting("untilSeconds", untilSeconds, "give a simulated time above 0, or leave it out");
        }
        if (recoveryDecisions < 1) {
            throw new InvalidSetting("recoveryDecisions", recoveryDecisions, "give a whole number of at least 1");
        }
    }
}

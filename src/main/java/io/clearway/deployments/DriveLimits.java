package io.clearway.deployments;

import io.clearway.setting.InvalidSetting;

/**
 * How a deployment drives.
 *
 * @param decisionSeconds simulated time between decisions
 * @param deadlineMillis wall-clock time that the controller may take for a decision
 * @param untilSeconds simulated time at which the deployment ends; infinite: with the simulation
 * @param recoveryDecisions good decisions in a row after which a signal returns from fixed time to the controller
 */
public record DriveLimits(double decisionSeconds, int deadlineMillis, double untilSeconds, int recoveryDecisions) {
    public DriveLimits {
        if (!(decisionSeconds >= 1 && decisionSeconds <= 300)) {
            throw new InvalidSetting("decisionSeconds", decisionSeconds, "give seconds from 1 to 300");
        }
        if (deadlineMillis < 1 || deadlineMillis > 60_000) {
            throw new InvalidSetting("deadlineMillis", deadlineMillis, "give milliseconds from 1 to 60000");
        }
        if (!(untilSeconds > 0)) {
            throw new InvalidSetting("untilSeconds", untilSeconds, "give a simulated time above 0, or leave it out");
        }
        if (recoveryDecisions < 1) {
            throw new InvalidSetting("recoveryDecisions", recoveryDecisions, "give a whole number of at least 1");
        }
    }
}

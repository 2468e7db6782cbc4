package io.clearway.deployments.control;

/**
 * How decisions are followed.
 *
 * @param decisionSeconds simulated time from one to the next
 * @param recoveryDecisions good decisions in a row after which the controller decides again
 */
public record DecisionLimits(double decisionSeconds, int recoveryDecisions) {}

package io.clearway.scenario;

/** A scenario of vehicles of whom {@link AgentReadings#traced} tells what they do over time. */
public interface TracedScenario extends Scenario {
    /** Seconds from a decision to the next. */
    double decisionSeconds();
}

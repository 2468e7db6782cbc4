package io.clearway.scenario;

/** Sensor readings of one agent, as the rules of a scenario family use them; each family has a type of its own. */
public interface AgentReadings {
    /** Whether all of them are finite numbers. */
    boolean isFinite();
}

package io.clearway.scenario;

import java.util.Map;

/** Sensor readings of one agent, as the rules of a scenario family use them; each family has a type of its own. */
public interface AgentReadings {
    /** Whether all of them are finite numbers. */
    boolean isFinite();

    /** What is traced of the agent over time: quantity with its unit → value; nothing where it has no such quantity. */
    default Map<String, Double> traced() {
        return Map.of();
    }
}

package io.clearway.scenario.pandemic;

import io.clearway.scenario.AgentReadings;

/**
 * What rules decide by; the same for all agents.
 *
 * @param day days that went by
 * @param noticed whether ten or more persons are known to be infected
 */
record PandemicReadings(int day, boolean noticed) implements AgentReadings {
    @Override
    public boolean isFinite() {
        return true;
    }
}

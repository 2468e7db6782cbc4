package io.clearway.scenario.power.distribution;

import io.clearway.scenario.AgentReadings;
import java.util.List;

/**
 * What rules know of an agent.
 *
 * @param inverters that it controls, in the order of its numbers
 * @param inputs loads and sun of the whole grid, for rules that know all
 */
record ZoneReadings(List<InverterState> inverters, GridInputs inputs) implements AgentReadings {
    ZoneReadings {
        inverters = List.copyOf(inverters);
    }

    @Override
    public boolean isFinite() {
        return inverters.stream().allMatch(inverter -> Double.isFinite(inverter.voltage() + inverter.room()));
    }
}

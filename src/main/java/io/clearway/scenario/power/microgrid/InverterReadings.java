package io.clearway.scenario.power.microgrid;

import io.clearway.scenario.AgentReadings;

/**
 * What a rule knows of an inverter.
 *
 * @param setPoint V (V)
 * @param voltage v at its terminal (pu)
 * @param droop n_q Q, by which its voltage is below the set-point (V)
 */
record InverterReadings(double setPoint, double voltage, double droop) implements AgentReadings {
    @Override
    public boolean isFinite() {
        return Double.isFinite(setPoint) && Double.isFinite(voltage) && Double.isFinite(droop);
    }
}

package io.clearway.scenario.power.distribution;

/**
 * What is known of an inverter when a decision is due.
 *
 * @param number from 0
 * @param voltage at its bus (pu)
 * @param room largest reactive power now (Mvar)
 * @param scale largest share of it that may be used
 */
record InverterState(int number, double voltage, double room, double scale) {}

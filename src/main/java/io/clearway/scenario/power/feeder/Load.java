package io.clearway.scenario.power.feeder;

/**
 * A load at a bus; several may share one.
 *
 * @param bus from 0
 * @param active nominal active power (MW)
 * @param reactive nominal reactive power (Mvar)
 */
public record Load(int bus, double active, double reactive) {}

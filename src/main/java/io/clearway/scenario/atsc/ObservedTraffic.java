package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.reward.SignalTraffic;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.simulation.Readings;

/**
 * The traffic that rewards are computed from, in the readings of the simulation.
 *
 * @param stretch where the scenario's paper counts halting vehicles
 */
record ObservedTraffic(SignalSensors sensors, DetectorSpec.Stretch stretch, Readings readings)
        implements SignalTraffic {
    @Override
    public int vehiclesOnIncoming(int agent) {
        return sensors.vehiclesOnIncoming(agent, readings);
    }

    @Override
    public int vehiclesApproaching(int agent) {
        return sensors.vehiclesApproaching(agent, readings);
    }

    @Override
    public double[] fullnessOfEntries(int agent) {
        return sensors.fullnessOfEntries(agent, readings);
    }

    @Override
    public int[] haltingBeforeLinks(int agent) {
        return sensors.signals().get(agent).links().stream()
                .mapToInt(link -> sensors.halting(agent, link.from(), stretch, readings))
                .toArray();
    }

    @Override
    public int running() {
        return readings.counts().running();
    }

    @Override
    public int waitingToEnter() {
        return readings.counts().waitingToEnter();
    }
}

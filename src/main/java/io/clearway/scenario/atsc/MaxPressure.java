package io.clearway.scenario.atsc;

import io.clearway.signal.Phase;
import java.util.List;

/**
 * Gives green to the phase of the highest pressure, after a minimum hold: Σ over its green links of max(0, density
 * before − density behind), a link that has to give way counting half (Varaiya 2013; the hold keeps yellow from eating
 * the green).
 *
 * @param signals in the order of the agents
 * @param holdSeconds how long a phase is held at least, its transition included
 */
record MaxPressure(List<ControlledSignal> signals, double holdSeconds) implements PhaseRule {
    private static final double YIELDING_WEIGHT = 0.5;

    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        return PhaseRule.bestAfter(holdSeconds, readings, legal, phase -> pressure(phase, readings));
    }

    /** Pressure of a phase, in vehicles per meter. */
    static double pressure(Phase phase, SignalReadings readings) {
        double pressure = 0;
        for (ControlledSignal.Link link : readings.signal().links()) {
            if (phase.isGreen(link.index())) {
                double difference = readings.density(link.from()) - readings.densityDownstream(link.to());
                pressure += (phase.hasPriority(link.index()) ? 1 : YIELDING_WEIGHT) * Math.max(0, difference);
            }
        }
        return pressure;
    }
}

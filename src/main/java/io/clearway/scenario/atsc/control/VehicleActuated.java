package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.network.Stages;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.simulation.ActuatedProgram;

/**
 * Stages in turn, each extended while its own traffic demands it. It is evaluated with the control left to the
 * simulator's programs of the same kind ({@link AtscSettings#control}), which decide every second. Where agents decide,
 * it does the same as closely as decisions allow.
 *
 * @param type what extends a green: vehicles on the detectors of its lanes, or vehicles that halt on these lanes
 */
record VehicleActuated(ActuatedProgram.ProgramType type) implements PhaseRule {
    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        int shown = readings.phase();
        double held = readings.heldSeconds();
        boolean free = held >= ActuatedPrograms.SHORTEST_GREEN_SECONDS;
        boolean demanded = held < ActuatedPrograms.LONGEST_GREEN_SECONDS && isDemanded(shown, readings);
        if (!free || demanded) {
            return PhaseRule.legalOr(shown, shown, legal);
        }
        return PhaseRule.legalOr(
                Stages.of(readings.signal(), readings.times().timing()).after(shown), shown, legal);
    }

    private boolean isDemanded(int phase, SignalReadings readings) {
        return readings.signal().links().stream()
                .filter(link -> readings.signal().phases().get(phase).isGreen(link.index()))
                .anyMatch(link -> (type == ActuatedProgram.ProgramType.ACTUATED
                                ? readings.vehiclesOnDetector(link.from())
                                : readings.halting(link.from()))
                        > 0);
    }
}

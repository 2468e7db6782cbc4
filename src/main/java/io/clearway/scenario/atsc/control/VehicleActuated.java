package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.network.Stages;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.simulation.ActuatedProgram;

/**
 * Stages in turn, each prolonged while its own traffic asks for it. It is evaluated with the control left to the
 * simulator's programs of the same kind ({@link AtscSettings#control}), which judge every second. Where agents decide,
 * it does the same as closely as decisions allow.
 *
 * @param law what prolongs a green: vehicles on the detectors of its lanes, or vehicles that halt on these lanes
 */
record VehicleActuated(ActuatedProgram.ProgramType law) implements PhaseRule {
    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        int shown = readings.phase();
        double held = readings.heldSeconds();
        boolean free = held >= ActuatedPrograms.SHORTEST_GREEN_SECONDS;
        boolean asked = held < ActuatedPrograms.LONGEST_GREEN_SECONDS && isAsked(shown, readings);
        if (!free || asked) {
            return PhaseRule.legalOr(shown, shown, legal);
        }
        return PhaseRule.legalOr(Stages.of(readings.signal()).after(shown), shown, legal);
    }

    private boolean isAsked(int phase, SignalReadings readings) {
        return readings.signal().links().stream()
                .filter(link -> readings.signal().phases().get(phase).isGreen(link.index()))
                .anyMatch(link -> (law == ActuatedProgram.ProgramType.ACTUATED
                                ? readings.vehiclesOnDetector(link.from())
                                : readings.halting(link.from()))
                        > 0);
    }
}

package io.clearway.scenario.atsc.control;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.signal.Phase;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A rule that chooses the phase of every signal on its own. */
interface PhaseRule extends Controller {
    /** The phase that a signal shall hold until the next decision; one of the legal ones. */
    int choose(SignalReadings readings, boolean[] legal);

    @Override
    default JointAction act(JointObservation observation) {
        List<SignalReadings> readings = SensedObservation.readings(observation, SignalReadings.class);
        int[] choices = new int[readings.size()];
        for (int agent = 0; agent < choices.length; agent++) {
            choices[agent] = choose(readings.get(agent), observation.legal(agent));
        }
        return JointAction.of(choices);
    }

    /** The legal phase of the highest score; the shown one among equals, else the first. */
    static int best(SignalReadings readings, boolean[] legal, ToDoubleFunction<Phase> score) {
        List<Phase> phases = readings.signal().phases();
        int shown = readings.phase();
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int phase = 0; phase < legal.length; phase++) {
            if (legal[phase]) {
                double value = score.applyAsDouble(phases.get(phase));
                if (value > highest || (value == highest && phase == shown)) {
                    best = phase;
                    highest = value;
                }
            }
        }
        return best;
    }

    /** A phase if it is legal, else the shown one if that is, else the first legal one. */
    static int legalOr(int preferred, int shown, boolean[] legal) {
        if (legal[preferred] || legal[shown]) {
            return legal[preferred] ? preferred : shown;
        }
        int phase = 0;
        while (!legal[phase]) {
            phase++;
        }
        return phase;
    }
}

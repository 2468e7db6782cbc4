package io.clearway.scenario.atsc.control;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A rule with a memory: every signal has a chooser of its own. */
final class SignalMemory implements Controller {
    private final Function<SignalReadings, Chooser> fresh;
    private final List<Chooser> choosers = new ArrayList<>();

    /** @param fresh a chooser without memory for a signal, by its first readings */
    SignalMemory(Function<SignalReadings, Chooser> fresh) {
        this.fresh = fresh;
    }

    /** Chooses the phase of one signal. */
    @FunctionalInterface
    interface Chooser {
        /** The phase to hold until the next decision; one of the legal ones. */
        int choose(SignalReadings readings, boolean[] legal);
    }

    @Override
    public JointAction act(JointObservation observation) {
        List<SignalReadings> readings = SensedObservation.readings(observation, SignalReadings.class);
        if (choosers.isEmpty()) {
            readings.forEach(first -> choosers.add(fresh.apply(first)));
        }
        int[] choices = new int[choosers.size()];
        for (int agent = 0; agent < choices.length; agent++) {
            choices[agent] = choosers.get(agent).choose(readings.get(agent), observation.legal(agent));
        }
        return JointAction.of(choices);
    }
}

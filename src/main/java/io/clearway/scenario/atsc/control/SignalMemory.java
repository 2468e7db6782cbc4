package io.clearway.scenario.atsc.control;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import java.util.List;
import java.util.function.Function;

/** A rule that remembers: every signal has a chooser of its own, which is asked at every decision. */
final class SignalMemory implements Controller {
    private final List<ControlledSignal> signals;
    private final List<Chooser> choosers;

    /**
     * @param signals in the order of the agents
     * @param fresh a chooser without memory for a signal
     */
    SignalMemory(List<ControlledSignal> signals, Function<ControlledSignal, Chooser> fresh) {
        this.signals = signals;
        this.choosers = signals.stream().map(fresh).toList();
    }

    /** Chooses the phase of one signal. */
    @FunctionalInterface
    interface Chooser {
        /** The phase to hold until the next decision; one of the legal ones. */
        int choose(SignalReadings readings, boolean[] legal);
    }

    @Override
    public JointAction act(JointObservation observation) {
        int[] choices = new int[choosers.size()];
        for (int agent = 0; agent < choices.length; agent++) {
            SignalReadings readings = new SignalReadings(signals.get(agent), observation.readings(agent));
            choices[agent] = choosers.get(agent).choose(readings, observation.legal(agent));
        }
        return JointAction.of(choices);
    }
}

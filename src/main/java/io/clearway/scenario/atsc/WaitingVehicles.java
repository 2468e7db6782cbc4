package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.network.ControlledSignal;
import java.util.function.IntToDoubleFunction;

/** Who stands before a signal. */
final class WaitingVehicles {
    private WaitingVehicles() {}

    /**
     * Whether vehicles wait, by signal index; who stands in a lane of several movements may want any of them.
     *
     * @param halting vehicles by incoming lane
     */
    static boolean[] byIndex(ControlledSignal signal, IntToDoubleFunction halting) {
        boolean[] waiting = new boolean[signal.phases().get(0).size()];
        for (ControlledSignal.Link link : signal.links()) {
            waiting[link.index()] |= halting.applyAsDouble(link.from()) > 0;
        }
        return waiting;
    }
}

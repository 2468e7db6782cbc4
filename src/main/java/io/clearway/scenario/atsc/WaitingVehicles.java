package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.network.ControlledSignal;
import java.util.function.IntPredicate;

/** Who stands before a signal. */
final class WaitingVehicles {
    private WaitingVehicles() {}

    /**
     * Whether vehicles wait, by signal index; who stands in a lane of several movements may want any of them.
     *
     * @param calls whether somebody stands, by incoming lane
     */
    static boolean[] byIndex(ControlledSignal signal, IntPredicate calls) {
        boolean[] waiting = new boolean[signal.phases().get(0).size()];
        for (ControlledSignal.Link link : signal.links()) {
            waiting[link.index()] |= calls.test(link.from());
        }
        return waiting;
    }
}

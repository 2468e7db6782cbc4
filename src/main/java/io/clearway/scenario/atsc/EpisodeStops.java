package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.network.SignalNetwork;
import io.clearway.simulation.SimulationSetup;
import java.util.List;
import java.util.Map;

/** Has vehicles' halts counted where the control delay of signals is measured. */
final class EpisodeStops implements EpisodeObserver {
    private final List<String> lanes;

    EpisodeStops(SignalNetwork network) {
        this.lanes = new SignalDelays(network.compiled().roads(), Map.of())
                .lanes(network.signals().stream().map(ControlledSignal::id).toList());
    }

    @Override
    public SimulationSetup equip(SimulationSetup setup) {
        return setup.counting(lanes);
    }
}

package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalReadings.Approach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Readings of a signal that a test fills in: no vehicles at first. */
public final class ReadingsInput {
    private final ControlledSignal signal;
    private final List<Approach> approaches;
    private final List<Integer> downstream;
    private double seconds;
    private int phase;
    private double heldSeconds;

    public ReadingsInput(ControlledSignal signal) {
        this.signal = signal;
        this.approaches = new ArrayList<>(Collections.nCopies(signal.incoming().size(), new Approach(0, 0, 0, 0, 0)));
        this.downstream = new ArrayList<>(Collections.nCopies(signal.outgoing().size(), 0));
    }

    /** The readings as filled in up to now. */
    public SignalReadings get() {
        return new SignalReadings(signal, seconds, phase, heldSeconds, approaches, downstream);
    }

    public void setState(double seconds, int phase, double heldSeconds) {
        this.seconds = seconds;
        this.phase = phase;
        this.heldSeconds = heldSeconds;
    }

    public void setLane(int lane, int vehicles, int halting) {
        Approach old = approaches.get(lane);
        approaches.set(
                lane, new Approach(vehicles, halting, old.onDetector(), old.haltingOnDetector(), old.upstream()));
    }

    public void setDetector(int lane, int vehicles, int halting) {
        Approach old = approaches.get(lane);
        approaches.set(lane, new Approach(old.vehicles(), old.halting(), vehicles, halting, old.upstream()));
    }

    public void setDownstream(int lane, int vehicles) {
        downstream.set(lane, vehicles);
    }
}

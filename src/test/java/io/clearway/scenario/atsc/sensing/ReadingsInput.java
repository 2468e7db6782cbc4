package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalReadings.Approach;
import io.clearway.signal.StageTimes;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.MovementTiming.Kind;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Readings of a signal that a test fills in: no vehicles at first, a change of phases takes 2 s. */
public final class ReadingsInput {
    private static final int YELLOW_SECONDS = 2;
    private final ControlledSignal signal;
    private final SignalTiming timing;
    private final List<Approach> approaches;
    private final List<Integer> downstream;
    private double seconds;
    private int phase;
    private double heldSeconds;

    public ReadingsInput(ControlledSignal signal) {
        this.signal = signal;
        int size = signal.phases().get(0).size();
        this.timing = new SignalTiming(
                Collections.nCopies(size, new MovementTiming(Kind.VEHICLES, YELLOW_SECONDS, 0, 0)),
                Intergreens.of(size, List.of()));
        this.approaches = new ArrayList<>(Collections.nCopies(signal.incoming().size(), new Approach(0, 0, 0, 0, 0)));
        this.downstream = new ArrayList<>(Collections.nCopies(signal.outgoing().size(), 0));
    }

    /** The readings as filled in up to now. */
    public SignalReadings get() {
        return new SignalReadings(signal, new StageTimes(timing), seconds, phase, heldSeconds, approaches, downstream);
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

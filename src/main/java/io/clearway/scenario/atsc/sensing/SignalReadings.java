package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.Phase;
import io.clearway.simulation.RoadNetwork;

/**
 * Named access to the raw sensor values of one signal in a joint observation. Layout: time, shown phase, seconds held;
 * then for each incoming lane vehicles, halting vehicles, the same two on its detector, and vehicles on the lanes that
 * extend it upstream; then for each outgoing lane vehicles.
 *
 * @param signal whose values they are
 * @param values as {@link io.clearway.network.JointObservation#readings} holds them; read-only
 */
@SuppressWarnings("ArrayRecordComponent") // a view for one call, never compared
public record SignalReadings(ControlledSignal signal, double[] values) {
    private static final int TIME = 0;
    private static final int PHASE = 1;
    private static final int HELD = 2;
    private static final int LANES = 3;
    private static final int PER_LANE = 5;
    private static final double YIELDING_WEIGHT = 0.5;

    /** An empty set of values for a signal. */
    public static SignalReadings empty(ControlledSignal signal) {
        int size =
                LANES + PER_LANE * signal.incoming().size() + signal.outgoing().size();
        return new SignalReadings(signal, new double[size]);
    }

    public void setState(double seconds, int phase, double heldSeconds) {
        values[TIME] = seconds;
        values[PHASE] = phase;
        values[HELD] = heldSeconds;
    }

    public void setLane(int lane, int vehicles, int halting) {
        values[LANES + PER_LANE * lane] = vehicles;
        values[LANES + PER_LANE * lane + 1] = halting;
    }

    public void setDetector(int lane, int vehicles, int halting) {
        values[LANES + PER_LANE * lane + 2] = vehicles;
        values[LANES + PER_LANE * lane + 3] = halting;
    }

    void setUpstream(int lane, int vehicles) {
        values[LANES + PER_LANE * lane + 4] = vehicles;
    }

    public void setDownstream(int lane, int vehicles) {
        values[LANES + PER_LANE * signal.incoming().size() + lane] = vehicles;
    }

    /** Simulated time in seconds. */
    public double seconds() {
        return values[TIME];
    }

    /** Phase that the signal holds, by index. */
    public int phase() {
        return (int) values[PHASE];
    }

    /** Seconds since the decision for it. */
    public double heldSeconds() {
        return values[HELD];
    }

    /** Vehicles on an incoming lane. */
    public double vehicles(int incoming) {
        return values[LANES + PER_LANE * incoming];
    }

    /** Halting vehicles on an incoming lane. */
    public double halting(int incoming) {
        return values[LANES + PER_LANE * incoming + 1];
    }

    /** Vehicles on the detector of an incoming lane. */
    public double vehiclesOnDetector(int incoming) {
        return values[LANES + PER_LANE * incoming + 2];
    }

    /** Halting vehicles on the detector of an incoming lane. */
    public double haltingOnDetector(int incoming) {
        return values[LANES + PER_LANE * incoming + 3];
    }

    /** Vehicles on the lanes that extend an incoming lane upstream. */
    public double vehiclesUpstream(int incoming) {
        return values[LANES + PER_LANE * incoming + 4];
    }

    /** Vehicles on an outgoing lane. */
    public double vehiclesDownstream(int outgoing) {
        return values[LANES + PER_LANE * signal.incoming().size() + outgoing];
    }

    /** An incoming lane. */
    public RoadNetwork.Lane incoming(int incoming) {
        return signal.incoming().get(incoming);
    }

    /** An outgoing lane. */
    public RoadNetwork.Lane outgoing(int outgoing) {
        return signal.outgoing().get(outgoing);
    }

    /** Vehicles per meter of an incoming lane. */
    public double density(int incoming) {
        return vehicles(incoming) / incoming(incoming).lengthMeters();
    }

    /** Vehicles per meter of an outgoing lane. */
    public double densityDownstream(int outgoing) {
        return vehiclesDownstream(outgoing) / outgoing(outgoing).lengthMeters();
    }

    /**
     * Pressure of a phase, in vehicles per meter: Σ over its green links of max(0, density before − density behind), a
     * link that has to give way counting half (Varaiya 2013).
     */
    public double pressure(Phase phase) {
        double pressure = 0;
        for (ControlledSignal.Link link : signal.links()) {
            if (phase.isGreen(link.index())) {
                double difference = density(link.from()) - densityDownstream(link.to());
                pressure += (phase.hasPriority(link.index()) ? 1 : YIELDING_WEIGHT) * Math.max(0, difference);
            }
        }
        return pressure;
    }
}

package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.AgentReadings;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.StageTimes;
import io.clearway.simulation.RoadNetwork;
import java.util.List;

/**
 * What the sensors of one signal report at a decision. Lanes are counted by their place in
 * {@link ControlledSignal#incoming} and {@link ControlledSignal#outgoing}.
 *
 * @param signal whose readings they are
 * @param times how long its phases and the changes between them take
 * @param seconds simulated time
 * @param phase index of the phase that the signal holds
 * @param heldSeconds since the decision for it
 * @param approaches of each incoming lane
 * @param downstream vehicles on each outgoing lane
 */
public record SignalReadings(
        ControlledSignal signal,
        StageTimes times,
        double seconds,
        int phase,
        double heldSeconds,
        List<Approach> approaches,
        List<Integer> downstream)
        implements AgentReadings {
    private static final double YIELDING_WEIGHT = 0.5;

    public SignalReadings {
        approaches = List.copyOf(approaches);
        downstream = List.copyOf(downstream);
    }

    /**
     * Vehicles that approach on an incoming lane.
     *
     * @param vehicles on the lane
     * @param halting of those
     * @param onDetector vehicles on its detector
     * @param haltingOnDetector of those
     * @param upstream vehicles on the lanes that extend it upstream, where they are not among {@code vehicles}
     * @param upstreamMeters length of those lanes, where their vehicles are among {@code vehicles}
     * @param suspect whether what its sensor reports is not believed, and left out here
     */
    public record Approach(
            int vehicles,
            int halting,
            int onDetector,
            int haltingOnDetector,
            int upstream,
            double upstreamMeters,
            boolean suspect) {
        /** What a sensor reports that is believed. */
        public Approach(int vehicles, int halting, int onDetector, int haltingOnDetector, int upstream) {
            this(vehicles, halting, onDetector, haltingOnDetector, upstream, 0, false);
        }
    }

    @Override
    public boolean isFinite() {
        return Double.isFinite(seconds) && Double.isFinite(heldSeconds);
    }

    /** Vehicles on an incoming lane. */
    public double vehicles(int incoming) {
        return approaches.get(incoming).vehicles();
    }

    /** Halting vehicles on an incoming lane. */
    public double halting(int incoming) {
        return approaches.get(incoming).halting();
    }

    /** Whether an incoming lane has to be served before its maximum red is over: somebody halts, or may. */
    public boolean calls(int incoming) {
        return halting(incoming) > 0 || approaches.get(incoming).suspect();
    }

    /** Vehicles on the detector of an incoming lane. */
    public double vehiclesOnDetector(int incoming) {
        return approaches.get(incoming).onDetector();
    }

    /** Halting vehicles on the detector of an incoming lane. */
    public double haltingOnDetector(int incoming) {
        return approaches.get(incoming).haltingOnDetector();
    }

    /** Vehicles on the lanes that extend an incoming lane upstream. */
    public double vehiclesUpstream(int incoming) {
        return approaches.get(incoming).upstream();
    }

    /** Vehicles on an outgoing lane. */
    public double vehiclesDownstream(int outgoing) {
        return downstream.get(outgoing);
    }

    /** An incoming lane. */
    public RoadNetwork.Lane incoming(int incoming) {
        return signal.incoming().get(incoming);
    }

    /** An outgoing lane. */
    public RoadNetwork.Lane outgoing(int outgoing) {
        return signal.outgoing().get(outgoing);
    }

    /** Length on which the vehicles of an incoming lane are counted. */
    public double approachMeters(int incoming) {
        return incoming(incoming).lengthMeters() + approaches.get(incoming).upstreamMeters();
    }

    /** Vehicles per meter of an incoming lane. */
    public double density(int incoming) {
        return vehicles(incoming) / approachMeters(incoming);
    }

    /** Vehicles per meter of an outgoing lane. */
    public double densityDownstream(int outgoing) {
        return vehiclesDownstream(outgoing) / outgoing(outgoing).lengthMeters();
    }

    /** The longest that a change from the present phase to another one takes, in seconds. */
    public int longestChangeSeconds() {
        Phase present = signal.phases().get(phase);
        return signal.phases().stream()
                .mapToInt(next -> times.changeSeconds(present, next))
                .max()
                .orElse(0);
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

package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.ObservationView;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.signal.Phase;

/**
 * Gives green to the phase that can serve most, after a minimum hold: back-pressure that accounts for the capacity of
 * roads (after Gregoire, Qian, Frazzoli, de La Fortelle and Wongpiromsarn 2015, "Capacity-aware backpressure traffic
 * signal control"). It differs from {@link MaxPressure} in six things, found by a search over some sixty such rules on
 * the grid (seeds 400 to 406, 500 to 527 and 600 to 659): a lane counts once, not once for each movement that leaves
 * it; it counts by the square of the share of its movements that are green, as who has to wait blocks those behind;
 * what stands behind the signal counts squared, so little while there is room; nothing counts that would have to enter
 * a nearly full lane; a green counts more while its vehicles move, and less once they stand, for want of room ahead;
 * and, when {@link #gating}, a lane on which vehicles come into the network counts for a part, so that these wait
 * outside while the roads within fill up ("gating": Keyvan-Ekbatani, Kouvelas, Papamichail and Papageorgiou 2012,
 * "Exploiting the fundamental diagram of urban networks for feedback-based gating", here by each signal alone).
 *
 * @param hold how long a phase is held at least
 * @param motionWeight how much more a green counts when all its vehicles move, and how much less when all stand
 * @param entryWeight what a vehicle counts that comes into the network, against 1 within
 */
record CapacityAware(Hold hold, double motionWeight, double entryWeight) implements ScoringRule {
    private static final double MOTION_WEIGHT = 0.45;
    private static final double GATING_MOTION_WEIGHT = 0.2;
    private static final double GATED_ENTRY_WEIGHT = 0.25;
    private static final double YIELDING_WEIGHT = 0.75;

    /** A lane of this share of standing vehicles takes no more. */
    private static final double FULL = 0.9;

    /** The rule for networks that take what comes: all vehicles count alike. */
    static CapacityAware ungated(Hold hold) {
        return new CapacityAware(hold, MOTION_WEIGHT, 1);
    }

    /**
     * The rule for overloaded networks: vehicles that wait outside block nobody, while vehicles that wait inside may
     * cause gridlock.
     */
    static CapacityAware gating(Hold hold) {
        return new CapacityAware(hold, GATING_MOTION_WEIGHT, GATED_ENTRY_WEIGHT);
    }

    @Override
    public double score(Phase phase, SignalReadings readings) {
        double pressure = pressure(phase, readings);
        boolean shown = readings.signal().phases().indexOf(phase) == readings.phase();
        return shown ? pressure * (1 + motionWeight * motion(phase, readings)) : pressure;
    }

    /** State of the vehicles on lanes with a green: 1 when all move, −1 when all stand, 0 where there are none. */
    private static double motion(Phase phase, SignalReadings readings) {
        double vehicles = 0;
        double halting = 0;
        for (int lane = 0; lane < readings.signal().incoming().size(); lane++) {
            int from = lane;
            if (readings.signal().links().stream()
                    .anyMatch(link -> link.from() == from && phase.isGreen(link.index()))) {
                vehicles += readings.vehicles(lane);
                halting += readings.halting(lane);
            }
        }
        return vehicles == 0 ? 0 : 1 - 2 * halting / vehicles;
    }

    /** Pressure of a phase: lanes full of standing vehicles that it can empty. */
    private double pressure(Phase phase, SignalReadings readings) {
        double pressure = 0;
        for (int lane = 0; lane < readings.signal().incoming().size(); lane++) {
            pressure += pressure(phase, lane, readings);
        }
        return pressure;
    }

    private double pressure(Phase phase, int lane, SignalReadings readings) {
        int links = 0;
        int green = 0;
        double weight = 0;
        double behind = 0;
        for (ControlledSignal.Link link : readings.signal().links()) {
            if (link.from() != lane) {
                continue;
            }
            links++;
            if (phase.isGreen(link.index())) {
                double occupied = ObservationView.METERS_PER_VEHICLE * readings.densityDownstream(link.to());
                green++;
                behind += occupied * occupied;
                weight = Math.max(weight, occupied > FULL ? 0 : phase.hasPriority(link.index()) ? 1 : YIELDING_WEIGHT);
            }
        }
        if (green == 0) {
            return 0;
        }
        double share = (double) green / links;
        return weight * share * share * Math.max(0, before(lane, readings) - behind / green);
    }

    /** Mean of the shares of a lane that all its vehicles and that its halting ones would take up standing. */
    private double before(int lane, SignalReadings readings) {
        double vehicles = (readings.vehicles(lane) + readings.halting(lane)) / 2;
        double share = ObservationView.METERS_PER_VEHICLE * vehicles / readings.approachMeters(lane);
        return readings.signal().lanes().entries().contains(lane) ? entryWeight * share : share;
    }
}

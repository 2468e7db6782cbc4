package io.clearway.scenario.atsc;

import io.clearway.signal.Phase;
import java.util.List;

/**
 * Gives green to the phase that can move most on, after a minimum hold: back-pressure that knows how much a road can
 * take (after Gregoire, Qian, Frazzoli, de La Fortelle and Wongpiromsarn 2015, "Capacity-aware backpressure traffic
 * signal control"). It differs from {@link MaxPressure} in five things, found by a search over some forty such rules on
 * the grid (seeds 400 to 406 and 500 to 527): a lane counts once, not once for each movement that leaves it; it counts
 * by the square of the share of its movements that are green, as who has to wait blocks those behind; what stands
 * behind the signal counts squared, so little while there is room; nothing counts that would have to enter a nearly
 * full lane; and a green counts more while its vehicles move, and less once they stand, for want of room ahead.
 *
 * @param signals in the order of the agents
 * @param holdSeconds how long a phase is held at least, its transition included
 */
record CapacityAware(List<ControlledSignal> signals, double holdSeconds) implements PhaseRule {
    private static final double YIELDING_WEIGHT = 0.75;

    /** How much more a green counts when all its vehicles move, and how much less when all stand. */
    private static final double MOTION_WEIGHT = 0.2;

    /** Who waits outside is in nobody's way, while who waits inside may close a ring of full roads. */
    private static final double ENTRY_WEIGHT = 0.25;

    /** A lane of this share of standing vehicles takes no more. */
    private static final double FULL = 0.9;

    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        return PhaseRule.bestAfter(holdSeconds, readings, legal, phase -> score(phase, readings));
    }

    private static double score(Phase phase, SignalReadings readings) {
        double pressure = pressure(phase, readings);
        boolean shown = readings.signal().phases().indexOf(phase) == readings.phase();
        return shown ? pressure * (1 + MOTION_WEIGHT * motion(phase, readings)) : pressure;
    }

    /** How the vehicles on lanes with a green are: 1 when all move, −1 when all stand, 0 where there are none. */
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
    static double pressure(Phase phase, SignalReadings readings) {
        double pressure = 0;
        for (int lane = 0; lane < readings.signal().incoming().size(); lane++) {
            pressure += pressure(phase, lane, readings);
        }
        return pressure;
    }

    private static double pressure(Phase phase, int lane, SignalReadings readings) {
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
    private static double before(int lane, SignalReadings readings) {
        double vehicles = (readings.vehicles(lane) + readings.halting(lane)) / 2;
        double share = ObservationView.METERS_PER_VEHICLE
                * vehicles
                / readings.incoming(lane).lengthMeters();
        return readings.signal().entries().contains(lane) ? ENTRY_WEIGHT * share : share;
    }
}

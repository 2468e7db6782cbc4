package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.Phase;

/** The traffic that a stage lets go, and what it does not, in one pass over the lanes of its signal. */
final class StageTraffic {
    private double halting;
    private double vehicles;
    private double servedVehicles;
    private double servedHalting;
    private double fullness;
    private double squaredFullness;
    private double fullest;
    private double usedLanes;
    private double downstream;
    private double blocked;
    private double entering;
    private double yielding;
    private double upstream;
    private double othersHalting;
    private double othersFullest;

    StageTraffic(Phase stage, SignalReadings readings) {
        int lanes = readings.signal().incoming().size();
        int[] links = new int[lanes];
        int[] green = new int[lanes];
        int[] givingWay = new int[lanes];
        double[] occupied = new double[lanes];
        for (ControlledSignal.Link link : readings.signal().links()) {
            int lane = link.from();
            links[lane]++;
            if (stage.isGreen(link.index())) {
                green[lane]++;
                givingWay[lane] += stage.hasPriority(link.index()) ? 0 : 1;
                occupied[lane] += ObservationView.METERS_PER_VEHICLE * readings.densityDownstream(link.to());
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            if (green[lane] == 0) {
                leave(lane, readings);
            } else {
                double share = (double) green[lane] / links[lane];
                serve(lane, share, occupied[lane] / green[lane], readings);
                yielding += readings.vehicles(lane) * givingWay[lane] / links[lane];
            }
        }
    }

    private void leave(int lane, SignalReadings readings) {
        othersHalting += readings.halting(lane);
        othersFullest = Math.max(othersFullest, full(lane, readings));
    }

    private void serve(int lane, double share, double occupied, SignalReadings readings) {
        double full = full(lane, readings);
        halting += share * readings.halting(lane);
        vehicles += share * readings.vehicles(lane);
        servedHalting += readings.halting(lane);
        servedVehicles += readings.vehicles(lane);
        fullness += share * full;
        squaredFullness += share * full * full;
        fullest = Math.max(fullest, full);
        usedLanes += readings.vehicles(lane) > 0 ? share : 0;
        downstream += occupied;
        blocked += share * full * occupied;
        entering += readings.signal().lanes().entries().contains(lane) ? share * readings.halting(lane) : 0;
        upstream += share * readings.vehiclesUpstream(lane);
    }

    private static double full(int lane, SignalReadings readings) {
        return ObservationView.METERS_PER_VEHICLE * readings.halting(lane) / readings.approachMeters(lane);
    }

    double halting() {
        return halting;
    }

    double moving() {
        return vehicles - halting;
    }

    double fullness() {
        return fullness;
    }

    double squaredFullness() {
        return squaredFullness;
    }

    double fullest() {
        return fullest;
    }

    double usedLanes() {
        return usedLanes;
    }

    double downstream() {
        return downstream;
    }

    double blocked() {
        return blocked;
    }

    double entering() {
        return entering;
    }

    double yielding() {
        return yielding;
    }

    double upstream() {
        return upstream;
    }

    double othersHalting() {
        return othersHalting;
    }

    double othersFullest() {
        return othersFullest;
    }

    /** 1 when all move, −1 when all stand, 0 where there are none. */
    double motion() {
        return servedVehicles == 0 ? 0 : 1 - 2 * servedHalting / servedVehicles;
    }
}

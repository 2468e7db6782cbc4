package io.clearway.simulation;

import java.util.List;

/**
 * Values of the observed objects at one moment. Indices are positions in the lists of the {@link SubscriptionSpec};
 * arrays are shared, not copied: treat them as read-only.
 */
public final class Readings {
    private final double seconds;
    private final int[][] detectors;
    private final int[][] lanes;
    private final double[] waitingSeconds;
    private final List<String> lights;
    private final TrafficCounts counts;
    private final List<VehicleState> vehicles;
    private final int[] passedLoops;
    private final double[] occupiedLoopSeconds;

    /**
     * Readings without vehicles and induction loops.
     *
     * @param seconds simulated time
     * @param detectors {vehicles[], halting[]} by detector
     * @param lanes {vehicles[], halting[]} by lane
     * @param waitingSeconds Σ current waiting time of the vehicles on each waiting lane
     * @param lights shown state of each light
     * @param counts of the whole network
     */
    public Readings(
            double seconds,
            int[][] detectors,
            int[][] lanes,
            double[] waitingSeconds,
            List<String> lights,
            TrafficCounts counts) {
        this.seconds = seconds;
        this.detectors = detectors;
        this.lanes = lanes;
        this.waitingSeconds = waitingSeconds;
        this.lights = List.copyOf(lights);
        this.counts = counts;
        this.vehicles = List.of();
        this.passedLoops = new int[0];
        this.occupiedLoopSeconds = new double[0];
    }

    private Readings(
            Readings others,
            TrafficCounts counts,
            List<VehicleState> vehicles,
            int[] passedLoops,
            double[] occupiedLoopSeconds) {
        this.seconds = others.seconds;
        this.detectors = others.detectors;
        this.lanes = others.lanes;
        this.waitingSeconds = others.waitingSeconds;
        this.lights = others.lights;
        this.counts = counts;
        this.vehicles = List.copyOf(vehicles);
        this.passedLoops = passedLoops;
        this.occupiedLoopSeconds = occupiedLoopSeconds;
    }

    /** The same readings with those of vehicles. */
    public Readings withVehicles(List<VehicleState> states) {
        return new Readings(this, counts, states, passedLoops, occupiedLoopSeconds);
    }

    /**
     * The same readings with those of induction loops, and with counts of a longer interval.
     *
     * @param longer counts of the whole network
     * @param passed vehicles that drove onto each loop
     * @param occupiedSeconds how long each was occupied
     */
    public Readings withLoops(TrafficCounts longer, int[] passed, double[] occupiedSeconds) {
        return new Readings(this, longer, vehicles, passed, occupiedSeconds);
    }

    /** Simulated time in seconds. */
    public double seconds() {
        return seconds;
    }

    /** Vehicles on a detector. */
    public int vehiclesOnDetector(int index) {
        return detectors[0][index];
    }

    /** Vehicles slower than 0.1 m/s on a detector. */
    public int haltingOnDetector(int index) {
        return detectors[1][index];
    }

    /** Vehicles on a lane. */
    public int vehiclesOnLane(int index) {
        return lanes[0][index];
    }

    /** Vehicles slower than 0.1 m/s on a lane. */
    public int haltingOnLane(int index) {
        return lanes[1][index];
    }

    /** Σ over the vehicles on a waiting lane of their current waiting time, in seconds. */
    public double waitingSeconds(int index) {
        return waitingSeconds[index];
    }

    /** State that a light shows, one of SUMO's characters per signal index. */
    public String lightState(int index) {
        return lights.get(index);
    }

    /** Position and speed of a vehicle. */
    public VehicleState vehicle(int index) {
        return vehicles.get(index);
    }

    /** Vehicles that drove onto a loop since the subscription began; one that stands on it is counted once. */
    public int vehiclesEnteredLoop(int index) {
        return passedLoops[index];
    }

    /** How long a loop was occupied since the subscription began, in seconds. */
    public double occupiedLoopSeconds(int index) {
        return occupiedLoopSeconds[index];
    }

    /** Counts of the whole network. */
    public TrafficCounts counts() {
        return counts;
    }
}

package io.clearway.simulation;

import java.util.List;

/**
 * What the watched parts of the network report at one moment. Indices are places in the lists of the
 * {@link SubscriptionSpec}; arrays are shared, not copied: treat them as read-only.
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
    private final double[] coveredLoopSeconds;

    /**
     * Readings of no single vehicles and no induction loops.
     *
     * @param seconds simulated time
     * @param detectors {vehicles[], halting[]} by detector
     * @param lanes {vehicles[], halting[]} by lane
     * @param waitingSeconds Σ present waiting time of the vehicles on each waiting lane
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
        this.coveredLoopSeconds = new double[0];
    }

    private Readings(
            Readings others,
            TrafficCounts counts,
            List<VehicleState> vehicles,
            int[] passedLoops,
            double[] coveredLoopSeconds) {
        this.seconds = others.seconds;
        this.detectors = others.detectors;
        this.lanes = others.lanes;
        this.waitingSeconds = others.waitingSeconds;
        this.lights = others.lights;
        this.counts = counts;
        this.vehicles = List.copyOf(vehicles);
        this.passedLoops = passedLoops;
        this.coveredLoopSeconds = coveredLoopSeconds;
    }

    /** The same readings with those of single vehicles. */
    public Readings withVehicles(List<VehicleState> states) {
        return new Readings(this, counts, states, passedLoops, coveredLoopSeconds);
    }

    /**
     * The same readings with those of induction loops, and with counts that go back further.
     *
     * @param further counts of the whole network
     * @param passed vehicles that came onto each loop
     * @param coveredSeconds how long each was covered
     */
    public Readings withLoops(TrafficCounts further, int[] passed, double[] coveredSeconds) {
        return new Readings(this, further, vehicles, passed, coveredSeconds);
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

    /** Σ over the vehicles on a waiting lane of the time each has been standing now, in seconds. */
    public double waitingSeconds(int index) {
        return waitingSeconds[index];
    }

    /** State that a light shows, one of SUMO's characters per signal index. */
    public String lightState(int index) {
        return lights.get(index);
    }

    /** Place and speed of a vehicle. */
    public VehicleState vehicle(int index) {
        return vehicles.get(index);
    }

    /** Vehicles that came onto a loop since watching began; one standing on it is counted once. */
    public int passedLoop(int index) {
        return passedLoops[index];
    }

    /** For how much of the time since watching began a vehicle was above a loop, in seconds. */
    public double coveredLoopSeconds(int index) {
        return coveredLoopSeconds[index];
    }

    /** Counts of the whole network. */
    public TrafficCounts counts() {
        return counts;
    }
}

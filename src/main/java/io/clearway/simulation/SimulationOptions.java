package io.clearway.simulation;

import io.clearway.simulation.trips.RecordDetail;

/**
 * How a simulation runs.
 *
 * @param seed seed of the simulator's own random numbers (driver imperfection, places of insertion)
 * @param stepSeconds simulated seconds per step
 * @param beginSeconds simulated time at which it begins; demand before it is left out
 * @param teleportSeconds a vehicle that has been stuck for this long is teleported; negative: never
 * @param collisionAction what happens to vehicles that collide
 * @param detail how much of its trips is recorded
 */
public record SimulationOptions(
        int seed,
        double stepSeconds,
        double beginSeconds,
        double teleportSeconds,
        CollisionAction collisionAction,
        RecordDetail detail) {
    public SimulationOptions {
        if (!(stepSeconds > 0)) {
            throw new IllegalArgumentException("Step must be longer than 0 s, not " + stepSeconds);
        }
        if (!(beginSeconds >= 0)) {
            throw new IllegalArgumentException("A simulation begins at 0 s or later, not at " + beginSeconds);
        }
    }

    /** Those of a simulation that begins at 0 s and teleports vehicles that collide. */
    public static SimulationOptions of(int seed, double stepSeconds, double teleportSeconds) {
        return new SimulationOptions(
                seed, stepSeconds, 0, teleportSeconds, CollisionAction.TELEPORT, RecordDetail.TRIPS);
    }

    /** The same, recording this much of the trips. */
    public SimulationOptions with(RecordDetail requested) {
        return new SimulationOptions(seed, stepSeconds, beginSeconds, teleportSeconds, collisionAction, requested);
    }
}

package io.clearway.simulation.trips;

/** How much of a simulation's trips is recorded. */
public enum RecordDetail {
    /** Times and delays of every trip. */
    TRIPS,
    /** In addition fuel and emissions, and the totals of every lane, which cost the simulator more time. */
    COMPLETE
}

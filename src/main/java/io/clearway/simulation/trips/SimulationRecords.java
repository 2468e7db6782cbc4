package io.clearway.simulation.trips;

/**
 * Receives what a simulation recorded by itself, once it has ended: kind by kind in the order of the methods, each from
 * the beginning of the simulation to its end, one at a time, so that nothing has to be held whole.
 */
public interface SimulationRecords {
    /** Nothing is wanted. */
    SimulationRecords NONE = new SimulationRecords() {};

    /** The network in a step; step by step, of every simulation. */
    default void step(NetworkState state) {}

    /** The way of a vehicle, where roads are traced; in no particular order. */
    default void route(VehicleRoute route) {}

    /** Where a vehicle is, on the traced roads only; step by step. */
    default void position(RoadPosition position) {}
}

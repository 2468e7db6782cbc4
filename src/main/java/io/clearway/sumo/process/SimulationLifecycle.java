package io.clearway.sumo.process;

import io.clearway.simulation.TripStatistics;
import io.clearway.sumo.traci.TraciConnection;

/** Who answers for a simulation's life: we ourselves, or somebody else. */
public sealed interface SimulationLifecycle permits SumoProcess, LiveHost {
    /** Refuses, as {@link IllegalStateException}, when the simulation is not ours to end. */
    void requireOwn();

    /** Whether no other client talks to the simulation. */
    boolean isAlone();

    /** What is known about a simulation whose connection broke. */
    String diagnose();

    /** Waits for the orderly end that was asked for and reads what the trips came to. */
    TripStatistics finish();

    /** Takes leave over a connection that still works. */
    void leave(TraciConnection connection);

    /** Frees what is ours; the connection is closed already. */
    void close();
}

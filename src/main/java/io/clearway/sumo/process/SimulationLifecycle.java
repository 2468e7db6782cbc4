package io.clearway.sumo.process;

import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.sumo.traci.TraciConnection;
import java.util.Map;

/** How a simulation's process is watched and ended: one that was started for it, or one that somebody else runs. */
public interface SimulationLifecycle {
    /** Throws {@link IllegalStateException} when somebody else runs the simulation and only they can end it. */
    void requireOwned();

    /** Whether the simulation has no other clients. */
    boolean isSoleClient();

    /** What is known about a simulation whose connection broke. */
    String diagnose();

    /**
     * Waits for the orderly end that was requested and reads the statistics of the trips.
     *
     * @param vehicleClasses SUMO's vehicle class by vehicle type
     */
    TripStatistics finish(Map<String, String> vehicleClasses);

    /** Gives what a simulation that has ended recorded, from the simulator's own files. */
    void read(SimulationRecords records);

    /** Disconnects over a connection that still works. */
    void disconnect(TraciConnection connection);

    /** Ends the process if it was started for the simulation, and frees its resources; the connection is closed. */
    void close();
}

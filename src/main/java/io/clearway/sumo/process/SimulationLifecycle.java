package io.clearway.sumo.process;

import io.clearway.simulation.LoopPassage;
import io.clearway.simulation.TripStatistics;
import io.clearway.sumo.traci.TraciConnection;
import java.util.Map;
import java.util.function.Consumer;

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

    /** Gives what passed the recording loops of a simulation that has ended, from the simulator's own record. */
    void readPassages(Consumer<LoopPassage> passages);

    /** Disconnects over a connection that still works. */
    void disconnect(TraciConnection connection);

    /** Ends the process if it was started for the simulation, and frees its resources; the connection is closed. */
    void close();
}

package io.clearway.sumo.process;

import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.sumo.traci.ControlCommands;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A simulation that somebody else runs and that clients only connect to. */
public record LiveHost(LiveAddress address, Duration closeLimit) implements SimulationLifecycle {
    @Override
    public void requireOwned() {
        String where = address.host() + ":" + address.port();
        throw new IllegalStateException("The simulation at " + where
                + " is run by somebody else: only the process that started it can finish it and read its trips");
    }

    @Override
    public boolean isSoleClient() {
        return false;
    }

    @Override
    public String diagnose() {
        return "it runs at %s:%d, outside of this process's control".formatted(address.host(), address.port());
    }

    @Override
    public TripStatistics finish(Map<String, String> vehicleClasses) {
        requireOwned();
        throw new AssertionError();
    }

    @Override
    public void read(SimulationRecords records) {
        requireOwned();
    }

    @Override
    public void disconnect(TraciConnection connection) {
        try {
            // a client that disconnects without CMD_CLOSE ends a simulation with other clients
            TraciMessage message = connection.begin();
            ControlCommands.close().encode(message);
            connection.exchange(message, closeLimit);
        } catch (IOException ignored) {
            // the simulation has ended already
        }
    }

    @Override
    public void close() {}
}

package io.clearway.sumo.process;

import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.TripStatistics;
import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciConnection;
import java.io.IOException;
import java.time.Duration;

/** A simulation that somebody else runs: we only come and go. */
public record LiveHost(LiveAddress address, Duration goodbyeLimit) implements SimulationLifecycle {
    @Override
    public void requireOwn() {
        String where = address.host() + ":" + address.port();
        throw new IllegalStateException("The simulation at " + where
                + " is run by somebody else: only who started it can finish it and has the record of its trips");
    }

    @Override
    public boolean isAlone() {
        return false;
    }

    @Override
    public String diagnose() {
        return "it runs at %s:%d and not under our care".formatted(address.host(), address.port());
    }

    @Override
    public TripStatistics finish() {
        requireOwn();
        throw new AssertionError();
    }

    @Override
    public void leave(TraciConnection connection) {
        try {
            // a client that just hangs up takes a simulation with other clients down
            connection.exchange(connection.begin().begin(Traci.CLOSE).end(), goodbyeLimit);
        } catch (IOException ignored) {
            // it is gone already, and so are we
        }
    }

    @Override
    public void close() {}
}

package io.clearway.sumo;

import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.time.Duration;

/** SUMO stepped with nothing set and nothing read: what a coupling is measured against. */
final class BareRun {
    private BareRun() {}

    /** Wall time of running from 0 s in stretches, over the same client that couples. */
    static Duration time(TraciConnection connection, double stretchSeconds, double untilSeconds) throws IOException {
        long started = System.nanoTime();
        for (double until = stretchSeconds; until <= untilSeconds; until += stretchSeconds) {
            TraciMessage message =
                    connection.begin().begin(Traci.STEP).real(until).end();
            TraciReply reply = connection.exchange(message);
            TraciConnection.requireOk(reply, Traci.STEP);
            if (reply.integer() != 0) {
                throw new SimulationException("SUMO reported values that nobody asked for");
            }
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }
}

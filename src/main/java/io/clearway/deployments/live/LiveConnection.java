package io.clearway.deployments.live;

import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Attaches to a simulation that somebody else runs. A simulator that was started a moment ago may not listen yet, so
 * the attempt is retried for {@link #RETRY_FOR}.
 */
record LiveConnection(TrafficSimulator simulator, LiveAddress address) implements SimulationSource {
    private static final Duration RETRY_FOR = Duration.ofSeconds(3);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(50);

    @Override
    public TrafficSimulation open(BooleanSupplier stopRequested) {
        long deadline = System.nanoTime() + RETRY_FOR.toNanos();
        while (true) {
            try {
                return simulator.attach(address);
            } catch (SimulationException notListening) {
                if (stopRequested.getAsBoolean() || System.nanoTime() > deadline) {
                    throw notListening;
                }
                LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
            }
        }
    }
}

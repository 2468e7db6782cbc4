package io.clearway.telemetry;

import io.clearway.simulation.SimulationException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What all simulations of one kind have in common to be counted. */
final class CouplingMeters {
    private final MeterRegistry registry;
    private final Timer exchange;
    private final Counter steps;
    private final Counter simulated;
    private final Counter failures;
    private final AtomicInteger open = new AtomicInteger();

    /** @param kind {@code own} or {@code joined} */
    CouplingMeters(MeterRegistry registry, String kind) {
        this.registry = registry;
        this.exchange = MeterName.EXCHANGE.timer(registry, kind);
        this.steps = MeterName.STEPS.counter(registry, kind);
        this.simulated = MeterName.SIMULATED.counter(registry, kind);
        this.failures = MeterName.EXCHANGE_FAILURES.counter(registry, kind);
        MeterName.SIMULATIONS.gauge(registry, open, AtomicInteger::get, kind);
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    <T> T timed(Supplier<T> talk) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return talk.get();
        } catch (SimulationException failure) {
            failures.increment();
            throw failure;
        } finally {
            sample.stop(exchange);
        }
    }

    void passed(double seconds, double stepSeconds) {
        simulated.increment(seconds);
        steps.increment(seconds / stepSeconds);
    }
}

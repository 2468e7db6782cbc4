package io.clearway.deployments.live;

import io.clearway.deployments.TrafficFrame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Offers the newest frame of a simulation to subscribers. For any thread; the simulation never waits for one. */
public final class FrameBroadcaster {
    private static final long SHORTEST_PAUSE_NANOS = Duration.ofMillis(90).toNanos();

    private final AtomicInteger subscribers = new AtomicInteger();
    private volatile @Nullable TrafficFrame newest;
    private volatile long publishedAt = System.nanoTime() - SHORTEST_PAUSE_NANOS;

    /** A subscriber begins to read frames. */
    public void subscribe() {
        subscribers.incrementAndGet();
    }

    /** A subscriber stops reading frames. */
    public void unsubscribe() {
        subscribers.decrementAndGet();
    }

    /** The newest frame; none before the first. */
    public @Nullable TrafficFrame newest() {
        return newest;
    }

    /** Samples at most about ten frames per second of wall-clock time, and only while there are subscribers. */
    FrameSampler sampler() {
        return new FrameSampler(
                seconds -> subscribers.get() > 0 && System.nanoTime() - publishedAt >= SHORTEST_PAUSE_NANOS,
                this::publish);
    }

    private void publish(TrafficFrame frame) {
        newest = frame;
        publishedAt = System.nanoTime();
    }
}

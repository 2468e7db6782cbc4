package io.clearway.deployments.live;

import io.clearway.deployments.TrafficFrame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Shows the newest frame of a drive to whoever looks. For any thread; the drive never waits for a spectator. */
public final class FrameBroadcaster {
    private static final long SHORTEST_PAUSE_NANOS = Duration.ofMillis(90).toNanos();

    private final AtomicInteger spectators = new AtomicInteger();
    private volatile @Nullable TrafficFrame newest;
    private volatile long shownAt = System.nanoTime() - SHORTEST_PAUSE_NANOS;

    /** Somebody begins to look. */
    public void enter() {
        spectators.incrementAndGet();
    }

    /** Somebody who looked goes. */
    public void leave() {
        spectators.decrementAndGet();
    }

    /** What is to be seen; none before the first frame. */
    public @Nullable TrafficFrame newest() {
        return newest;
    }

    FrameSampler camera() {
        return new FrameSampler(
                seconds -> spectators.get() > 0 && System.nanoTime() - shownAt >= SHORTEST_PAUSE_NANOS, this::show);
    }

    private void show(TrafficFrame frame) {
        newest = frame;
        shownAt = System.nanoTime();
    }
}

package io.clearway.runs.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of server-sent events. Each polls its source on its own thread, so that a slow client delays no other. All of
 * them end with the service.
 */
@Component
public final class EventStreams implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MAX_STREAMS = 128;
    /** Interval of heartbeats, which also detect that the client has disconnected. */
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    /** Where a stream's events come from; polled by one thread at a time. */
    @FunctionalInterface
    public interface EventSource {
        /** The next event since the last poll; null when there is none. */
        @Nullable Event next();

        /** Called when the stream has ended. */
        default void end() {}
    }

    /** One event. */
    public record Event(String name, Object data) {}

    /** Thrown when the maximum number of streams is open. */
    public static final class TooManyStreams extends RuntimeException {
        TooManyStreams() {
            super("%d event streams are open, which is the limit".formatted(MAX_STREAMS));
        }
    }

    /** Events that carry a value whenever it has changed. */
    public static EventSource changes(String name, Supplier<?> value) {
        return new EventSource() {
            private @Nullable Object last;

            @Override
            public @Nullable Event next() {
                Object now = value.get();
                if (now.equals(last)) {
                    return null;
                }
                last = now;
                return new Event(name, now);
            }
        };
    }

    /**
     * Opens a stream.
     *
     * @param pollInterval time between two polls
     * @throws TooManyStreams when there are too many
     */
    public SseEmitter open(Duration pollInterval, EventSource source) {
        if (open.size() >= MAX_STREAMS) {
            throw new TooManyStreams();
        }
        Stream stream = new Stream(new SseEmitter(0L), pollInterval, source);
        open.add(stream);
        stream.emitter.onCompletion(stream::stop);
        stream.emitter.onError(gone -> stream.stop());
        Thread thread = new Thread(() -> run(stream), "event-stream");
        thread.setDaemon(true);
        thread.start();
        return stream.emitter;
    }

    /** How many streams are open. */
    public int count() {
        return open.size();
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        // before the web server waits for active requests
        open.forEach(Stream::stop);
    }

    private void run(Stream stream) {
        try {
            stream.send();
            stream.emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A client of an event stream disconnected: {}", gone.toString());
        } catch (RuntimeException failure) {
            LOG.warn("An event stream ends: {}", failure.toString());
            stream.emitter.complete();
        } finally {
            open.remove(stream);
            stream.source.end();
        }
    }

    private static final class Stream {
        private final SseEmitter emitter;
        private final Duration pollInterval;
        private final EventSource source;
        private final CountDownLatch stopped = new CountDownLatch(1);

        Stream(SseEmitter emitter, Duration pollInterval, EventSource source) {
            this.emitter = emitter;
            this.pollInterval = pollInterval;
            this.source = source;
        }

        void stop() {
            stopped.countDown();
        }

        void send() throws IOException {
            long lastSent = System.nanoTime();
            while (stopped.getCount() > 0) {
                Event event = source.next();
                if (event != null) {
                    emitter.send(SseEmitter.event().name(event.name()).data(event.data(), MediaType.APPLICATION_JSON));
                    lastSent = System.nanoTime();
                } else if (System.nanoTime() - lastSent > HEARTBEAT_NANOS) {
                    emitter.send(SseEmitter.event().comment("heartbeat"));
                    lastSent = System.nanoTime();
                }
                pause();
            }
        }

        private void pause() {
            try {
                if (stopped.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stop();
            }
        }
    }
}

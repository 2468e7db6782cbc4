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
 * Streams of server-sent events. Each looks for news again and again on a thread of its own, so that a client that
 * reads slowly holds up nobody else. All of them end with the service, at once.
 */
@Component
public final class EventStreams implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MOST = 128;
    /** A sign of life this often, also to find out that the client has gone. */
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    /** Where a stream's events come from. Asked by one thread at a time. */
    @FunctionalInterface
    public interface EventSource {
        /** What is new since it was last asked; none when nothing is. */
        @Nullable Event next();

        /** Told when nobody will ask any more. */
        default void end() {}
    }

    /** One event. */
    public record Event(String name, Object data) {}

    /** Thrown when so many streams are open that no more are taken on. */
    public static final class TooManyStreams extends RuntimeException {
        TooManyStreams() {
            super("%d streams of events are open, which is the most".formatted(MOST));
        }
    }

    /** News that consist of a value whenever it differs from the one before. */
    public static EventSource changes(String name, Supplier<?> look) {
        return new EventSource() {
            private @Nullable Object last;

            @Override
            public @Nullable Event next() {
                Object now = look.get();
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
     * @param betweenLooks how long to wait after nothing new was found, and between two events
     * @throws TooManyStreams when there are too many
     */
    public SseEmitter open(Duration betweenLooks, EventSource news) {
        if (open.size() >= MOST) {
            throw new TooManyStreams();
        }
        Stream stream = new Stream(new SseEmitter(0L), betweenLooks, news);
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
        // before the web server waits for requests under way
        open.forEach(Stream::stop);
    }

    private void run(Stream stream) {
        try {
            stream.send();
            stream.emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A client of events has gone: {}", gone.toString());
        } catch (RuntimeException failure) {
            LOG.warn("A stream of events ends: {}", failure.toString());
            stream.emitter.complete();
        } finally {
            open.remove(stream);
            stream.news.end();
        }
    }

    private static final class Stream {
        private final SseEmitter emitter;
        private final Duration betweenLooks;
        private final EventSource news;
        private final CountDownLatch stopped = new CountDownLatch(1);

        Stream(SseEmitter emitter, Duration betweenLooks, EventSource news) {
            this.emitter = emitter;
            this.betweenLooks = betweenLooks;
            this.news = news;
        }

        void stop() {
            stopped.countDown();
        }

        void send() throws IOException {
            long lastSign = System.nanoTime();
            while (stopped.getCount() > 0) {
                Event event = news.next();
                if (event != null) {
                    emitter.send(SseEmitter.event().name(event.name()).data(event.data(), MediaType.APPLICATION_JSON));
                    lastSign = System.nanoTime();
                } else if (System.nanoTime() - lastSign > HEARTBEAT_NANOS) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    lastSign = System.nanoTime();
                }
                pause();
            }
        }

        private void pause() {
            try {
                if (stopped.await(betweenLooks.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stop();
            }
        }
    }
}

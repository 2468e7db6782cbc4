package io.clearway.cli;

import java.net.URI;
import java.util.Map;

/** Starts the service in this process. */
@FunctionalInterface
public interface ServiceStarter {
    /**
     * The service, ready to answer.
     *
     * @param properties what differs from its configuration, by property name
     * @throws CommandFailure when it cannot be started; the reason has been told then
     */
    Service start(Map<String, String> properties);

    /** A running service; closing stops it. */
    interface Service extends AutoCloseable {
        /** Base address, such as {@code http://127.0.0.1:8080}. */
        URI address();

        /** Waits until it is stopped from outside. */
        void await() throws InterruptedException;

        @Override
        void close();
    }
}

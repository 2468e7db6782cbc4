package io.clearway.cli.command;

import java.net.URI;
import java.util.Map;

/** Starts the service in this process. */
public interface ServiceStarter {
    /**
     * The service, ready to answer.
     *
     * @param properties what differs from its configuration, by property name
     * @throws CommandFailure when it cannot be started; the reason has been told then
     */
    Service start(Map<String, String> properties);

    /**
     * Brings the database to what this version needs, and starts nothing else. Several may do so at the same time.
     *
     * @param properties what differs from the configuration, by property name
     * @return the version of the database's tables afterwards
     * @throws CommandFailure when it cannot be done; the reason has been told then
     */
    String migrate(Map<String, String> properties);

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

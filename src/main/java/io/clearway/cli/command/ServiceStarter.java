package io.clearway.cli.command;

import java.net.URI;
import java.util.Map;

/** Starts the service in this process. */
public interface ServiceStarter {
    /**
     * The service, ready for requests.
     *
     * @param properties what differs from its configuration, by property name
     * @throws CommandFailure when it cannot be started; the reason has been printed
     */
    Service start(Map<String, String> properties);

    /**
     * Migrates the database to this version, and starts nothing else. Safe to run concurrently.
     *
     * @param properties what differs from the configuration, by property name
     * @return the version of the database's tables afterwards
     * @throws CommandFailure when it fails; the reason has been printed
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

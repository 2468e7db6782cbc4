package io.clearway.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** What differs from the service's configuration: only what the user gave. */
    static Map<String, String> properties(@Nullable Integer port, @Nullable Path dataFolder) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (port != null) {
            properties.put("server.port", String.valueOf(port));
        }
        if (dataFolder != null) {
            properties.put("clearway.data-dir", dataFolder.toString());
        }
        return properties;
    }

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

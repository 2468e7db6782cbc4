package io.clearway.wiring.postgres;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how the embedded PostgreSQL runs.
 *
 * @param dataFolder everything that must be kept; created when missing
 * @param runtimeFolder where its programs are unpacked; may be shared by instances
 * @param port TCP port on the loopback address; 0 lets the operating system choose
 * @param patience how long starting, and how long stopping, may take
 */
public record PostgresSettings(Path dataFolder, Path runtimeFolder, int port, Duration patience) {
    public PostgresSettings {
        dataFolder = dataFolder.toAbsolutePath().normalize();
        runtimeFolder = runtimeFolder.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new PostgresFailure(
                    "clearway.postgres.port: '%d' is no port".formatted(port),
                    "give a port from 1 to 65535, or 0 for one that is free");
        }
    }

    /** Programs kept inside the data folder, any free port. */
    public static PostgresSettings in(Path dataFolder) {
        return new PostgresSettings(dataFolder, dataFolder.resolve("runtime"), 0, Duration.ofSeconds(60));
    }
}

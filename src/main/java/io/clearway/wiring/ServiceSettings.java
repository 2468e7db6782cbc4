package io.clearway.wiring;

import io.clearway.wiring.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service as a whole; {@code clearway.*}.
 *
 * @param home folder that holds {@code sumo-networks}
 * @param monacoMost folder of the files of the published Monaco; they need not be there
 * @param dataDir folder of everything that must be kept
 * @param postgres the embedded PostgreSQL
 */
@ConfigurationProperties("clearway")
record ServiceSettings(
        Path home,
        Path monacoMost,
        Path dataDir,
        @DefaultValue Postgres postgres) {
    /**
     * The embedded PostgreSQL; {@code clearway.postgres.*}.
     *
     * @param port TCP port on the loopback address; 0 lets the operating system choose
     * @param runtimeDir where its programs are unpacked; in the data folder when not set
     * @param patience how long starting, and how long stopping, may take
     */
    record Postgres(
            @DefaultValue("0") int port,
            @Nullable Path runtimeDir,
            @DefaultValue("60s") Duration patience) {}

    /** Folder that holds a folder for each scenario on roads. */
    Path networks() {
        return home.resolve("sumo-networks");
    }

    PostgresSettings embeddedPostgres() {
        Path runtime = postgres.runtimeDir() == null ? dataDir.resolve("runtime") : postgres.runtimeDir();
        return new PostgresSettings(dataDir, runtime, postgres.port(), postgres.patience());
    }
}

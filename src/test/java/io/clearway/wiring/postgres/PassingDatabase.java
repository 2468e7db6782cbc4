package io.clearway.wiring.postgres;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL that a test takes away and brings back at the same address, with what was in it. */
public final class PassingDatabase implements AutoCloseable {
    private final Path folder;
    private EmbeddedPostgres server;

    private PassingDatabase(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts it on a folder that belongs to the test. */
    public static PassingDatabase start(Path folder) {
        return new PassingDatabase(folder, start(folder, 0));
    }

    private static EmbeddedPostgres start(Path folder, int port) {
        return EmbeddedPostgres.start(
                new PostgresSettings(folder, Path.of("target", "postgres-runtime"), port, Duration.ofSeconds(60)));
    }

    /** What a service needs to be told to use it. */
    public String[] properties() {
        return new String[] {
            "spring.datasource.url=" + server.jdbcUrl(),
            "spring.datasource.username=" + server.username(),
            "spring.datasource.password=" + server.password()
        };
    }

    /** Stops it, whoever is connected. */
    public void takeAway() {
        server.close();
    }

    /** Starts it again. */
    public void bringBack() {
        URI address = URI.create(server.jdbcUrl().substring("jdbc:".length()));
        server = start(folder, address.getPort());
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.clearway.wiring.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, started when first asked for; each asker gets a database of its own. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String url;
    private final EmbeddedPostgres server;

    private TestDatabase(String url, EmbeddedPostgres server) {
        this.url = url;
        this.server = server;
    }

    /** A new, empty database. */
    public static TestDatabase create() {
        EmbeddedPostgres server = Server.SHARED;
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new TestDatabase(server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name), server);
    }

    public String url() {
        return url;
    }

    public String username() {
        return server.username();
    }

    public String password() {
        return server.password();
    }

    /** What a service needs to be told to use it. */
    public String[] properties() {
        return new String[] {
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + username(),
            "spring.datasource.password=" + password()
        };
    }

    private static final class Server {
        private static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Path.of(
                        "target", "test-postgres-" + ProcessHandle.current().pid());
                var settings =
                        new PostgresSettings(folder, Path.of("target", "postgres-runtime"), 0, Duration.ofSeconds(60));
                EmbeddedPostgres server = EmbeddedPostgres.start(settings);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    delete(folder);
                }));
                return server;
            } catch (PostgresFailure failure) {
                throw new IllegalStateException(failure.getMessage() + "; " + failure.hint(), failure);
            }
        }

        private static void delete(Path folder) {
            try {
                Folders.delete(folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

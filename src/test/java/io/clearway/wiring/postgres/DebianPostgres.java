package io.clearway.wiring.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of the distribution's own PostgreSQL, as somebody else would run it. */
public final class DebianPostgres implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String PASSWORD = "external";

    private final PostgresServer server;

    private DebianPostgres(PostgresServer server) {
        this.server = server;
    }

    /** The newest installed version, if there is any. */
    public static Optional<Path> find() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.filter(home -> Files.isExecutable(home.resolve("bin/initdb")))
                    .max(Path::compareTo);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a new, empty server. */
    public static DebianPostgres start(Path home, Path folder) throws IOException {
        var tools = new PostgresPrograms(home, Privileges.here(), folder.resolve("log"), Duration.ofSeconds(60));
        Path cluster = folder.resolve("cluster");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        tools.run(
                "initdb",
                List.of(
                        "--pgdata=" + cluster,
                        "--username=somebody",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8"),
                "");
        return new DebianPostgres(PostgresServer.start(cluster, tools, 0));
    }

    /** What a service needs to be told to use it. */
    public String[] properties() {
        return properties("postgres");
    }

    /** The same for another database of the server. */
    public String[] properties(String database) {
        return new String[] {
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database),
            "spring.datasource.username=somebody",
            "spring.datasource.password=" + PASSWORD
        };
    }

    /** Address with user and password, as PostgreSQL's own programs take it. */
    public String address(String database) {
        return "postgresql://somebody:%s@127.0.0.1:%d/%s".formatted(PASSWORD, server.port(), database);
    }

    @Override
    public void close() {
        server.close();
    }
}

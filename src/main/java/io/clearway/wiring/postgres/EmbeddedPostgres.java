package io.clearway.wiring.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL of our own: unpacked from the class path, kept in a data folder that one instance at a time may use,
 * open on the loopback address only, by a random password. It stops when it is closed, and when this process dies.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final long LARGEST_LOG_BYTES = 16L << 20;

    private final InstanceLock lock;
    private final PostgresServer server;
    private final String password;

    private EmbeddedPostgres(InstanceLock lock, PostgresServer server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts it, on the data that is there or on a new, empty database.
     *
     * @throws PostgresFailure when the folder is in use, the port is taken, or PostgreSQL itself refuses
     */
    public static EmbeddedPostgres start(PostgresSettings settings) {
        return start(settings, Privileges.here());
    }

    static EmbeddedPostgres start(PostgresSettings settings, Privileges privileges) {
        Path data = settings.dataFolder();
        try {
            Folders.createPrivate(data);
        } catch (IOException failure) {
            throw unusable(data, failure);
        }
        InstanceLock lock = InstanceLock.take(data);
        try {
            return start(settings, privileges, lock);
        } catch (IOException failure) {
            lock.close();
            throw unusable(data, failure);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static EmbeddedPostgres start(PostgresSettings settings, Privileges privileges, InstanceLock lock)
            throws IOException {
        Path data = settings.dataFolder();
        Folders.createPrivate(settings.runtimeFolder());
        privileges.pass(data);
        privileges.pass(settings.runtimeFolder());
        Path home = PostgresRuntime.unpackedUnder(settings.runtimeFolder());
        privileges.pass(home);
        var tools = new PostgresPrograms(home, privileges, log(data), settings.patience());
        var cluster = new Cluster(data, tools);
        cluster.prepare();
        privileges.own(cluster.folder());
        PostgresServer server = PostgresServer.start(cluster.folder(), tools, settings.port());
        return new EmbeddedPostgres(lock, server, cluster.password());
    }

    /** Address for JDBC. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), Cluster.DATABASE);
    }

    /** User for JDBC. */
    public String username() {
        return Cluster.USER;
    }

    /** Password for JDBC. */
    public String password() {
        return password;
    }

    /** Process of the server. */
    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.close();
        lock.close();
    }

    private static Path log(Path data) throws IOException {
        Path log = data.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.delete(log);
        }
        return log;
    }

    private static PostgresFailure unusable(Path data, IOException failure) {
        return new PostgresFailure(
                "The data folder %s cannot be used: %s: %s"
                        .formatted(data, failure.getClass().getSimpleName(), failure.getMessage()),
                "give write access and room there, or " + InstanceLock.OTHER_FOLDER,
                failure);
    }
}

package io.clearway.wiring.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final Path RUNTIME = Path.of("target", "postgres-runtime");

    @TempDir
    Path folder;

    @Test
    void whatWasStoredIsThereAfterARestart() throws Exception {
        try (var postgres = start(folder)) {
            run(postgres, "create table kept (word text)", "insert into kept values ('green')");
        }
        try (var postgres = start(folder)) {
            assertThat(read(postgres, "select word from kept")).isEqualTo("green");
            assertThat(read(postgres, "show fsync")).isEqualTo("on");
            assertThat(read(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(read(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(read(postgres, "select datcollate from pg_database where datname = 'clearway'"))
                    .isEqualTo("C.UTF-8");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres-18.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        try (var postgres = start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aFolderInUseIsNamedWithAHint() {
        try (var postgres = start(folder)) {
            assertThat(postgres.pid()).isPositive();
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOfSatisfying(
                            PostgresFailure.class,
                            failure -> assertThat(failure.hint()).contains("--data-dir", "CLEARWAY_DATA"))
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another instance");
        }
    }

    @Test
    void ofTwoFirstStartsAtOnceOneWinsAndOneIsToldWhy() {
        var attempts = List.of(
                CompletableFuture.supplyAsync(() -> start(folder)), CompletableFuture.supplyAsync(() -> start(folder)));
        List<EmbeddedPostgres> started = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        for (var attempt : attempts) {
            try {
                started.add(attempt.join());
            } catch (CompletionException failure) {
                refused.add(failure.getCause());
            }
        }
        started.forEach(EmbeddedPostgres::close);
        assertThat(started).hasSize(1);
        assertThat(refused)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("in use by another instance"));
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new PostgresSettings(folder, RUNTIME, taken.getLocalPort(), Duration.ofSeconds(30));
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void filesOfAnotherMajorVersionAreRefused() throws IOException {
        Files.createDirectories(folder.resolve("postgres-17"));
        Files.writeString(folder.resolve("postgres-17").resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> start(folder))
                .hasMessageContaining("postgres-17")
                .hasMessageContaining("PostgreSQL 17");
    }

    @Test
    void killingTheServiceStopsTheServerAndTheNextStartWorks() throws Exception {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldPostgres.class.getName(),
                        folder.toString(),
                        RUNTIME.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = service.inputReader(StandardCharsets.UTF_8)) {
            long server = Long.parseLong(output.readLine());
            assertThat(ProcessHandle.of(server)).isPresent();
            service.destroyForcibly().waitFor();
            try (var postgres = start(folder)) {
                assertThat(read(postgres, "select 1")).isEqualTo("1");
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ProcessHandle.of(server)
                            .map(ProcessHandle::isAlive)
                            .orElse(false)
                            .equals(false));
        } finally {
            service.destroyForcibly();
        }
    }

    @Test
    void whereNamespacesAreForbiddenRootRunsItAsNobody() throws Exception {
        assumeThat(Privileges.here()).as("only root can become nobody").isNotEqualTo(Privileges.OWN);
        Path open = Files.createTempDirectory(Path.of("/var/tmp"), "clearway");
        Folders.letPass(open);
        try (var postgres = EmbeddedPostgres.start(
                new PostgresSettings(open.resolve("data"), open.resolve("runtime"), 0, Duration.ofSeconds(30)),
                Privileges.NOBODY)) {
            assertThat(read(postgres, "select 1")).isEqualTo("1");
            assertThat(Files.getAttribute(Path.of("/proc/" + postgres.pid()), "unix:uid"))
                    .isEqualTo(65_534);
        } finally {
            Folders.delete(open);
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(new PostgresSettings(folder, RUNTIME, 0, Duration.ofSeconds(60)));
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    private static void run(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String read(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}

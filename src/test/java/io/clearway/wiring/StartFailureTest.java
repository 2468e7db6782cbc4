package io.clearway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.EmbeddedPostgres;
import io.clearway.wiring.postgres.PostgresSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureTest {
    private static final Path RUNTIME = Path.of("target", "postgres-runtime");

    @TempDir
    Path folder;

    @Test
    void aSecondServiceOnTheSameFolderIsToldInOneLine() throws Exception {
        try (var first = EmbeddedPostgres.start(new PostgresSettings(folder, RUNTIME, 0, Duration.ofSeconds(60)))) {
            assertThat(first.pid()).isPositive();
            Ended second = serve("server.port=0");
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.output())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("clearway: cannot start: The data folder " + folder + " is in use by another instance")
                    .contains("--data-dir");
        }
    }

    @Test
    void portsThatAreAllTakenAreNamedInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended service = serve("server.port=" + taken.getLocalPort(), "clearway.port-tries=0");
            assertThat(service.status()).isEqualTo(1);
            assertThat(service.output())
                    .containsExactly("clearway: cannot start: Port %d is taken by another program; choose another with"
                                    .formatted(taken.getLocalPort())
                            + " --port or server.port");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() {
        assertThatThrownBy(() -> TestService.start("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nothing"))
                .satisfies(failure -> assertThat(new StartFailure.Analyzer().analyze(failure))
                        .isNotNull()
                        .satisfies(analysis -> assertThat(analysis.getDescription())
                                .startsWith("The database cannot be used: Connection to 127.0.0.1:1 refused")));
    }

    private record Ended(int status, List<String> output) {}

    private Ended serve(String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TestService.class.getName(),
                "clearway.data-dir=" + folder,
                "clearway.postgres.runtime-dir=" + RUNTIME.toAbsolutePath()));
        command.addAll(List.of(properties));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), lines);
        } finally {
            process.destroyForcibly();
        }
    }
}

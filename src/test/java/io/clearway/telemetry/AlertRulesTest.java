package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alert rules before Prometheus's own judge. */
class AlertRulesTest {
    private static final Path FOLDER = Path.of("docker", "prometheus");
    private Path promtool = Path.of("");

    @BeforeEach
    void find() {
        var found = PrometheusServer.find("promtool");
        assumeThat(found)
                .as("promtool is here: apt-get install prometheus, or ./clearway test, which fetches it")
                .isPresent();
        promtool = found.orElseThrow();
    }

    @Test
    void theSettingsAndRulesAreWhatPrometheusTakes() throws Exception {
        assertThat(run(FOLDER, "check", "config", "prometheus.yml")).contains("8 rules found");
    }

    @Test
    void eachAlertComesWhenItShouldAndOnlyThen() throws Exception {
        assertThat(run(FOLDER.resolve("tests"), "test", "rules", "clearway.yml"))
                .contains("SUCCESS");
    }

    private String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(promtool.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}

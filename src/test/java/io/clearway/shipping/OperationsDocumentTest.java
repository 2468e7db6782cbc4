package io.clearway.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.DebianPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands of docs/operations.md: each says what it needs, and those that need no more than PostgreSQL are run. */
class OperationsDocumentTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n# ([^\\n]+)\\n(.*?)```");
    private static final String RUN = """
            {"scenario": "queue-game", "algorithm": "counting", "decisions": 50, "evaluationSeeds": 1}
            """;

    @TempDir
    Path folder;

    private static List<MatchResult> blocks() throws IOException {
        String page = Files.readString(Path.of("docs", "operations.md"));
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
        assertThat(blocks).as("every block says what it needs").hasSize(page.split("```sh", -1).length - 1);
        return blocks;
    }

    @Test
    void everyCommandSaysWhatItNeeds() throws IOException {
        assertThat(blocks())
                .extracting(block -> block.group(1))
                .allSatisfy(need -> assertThat(need).matches("(needs .+|runs in a test)"));
    }

    @Test
    void aBackupIsRestoredWithItsRunsAndCheckpoints() throws Exception {
        var installed = DebianPostgres.find();
        assumeThat(installed)
                .as("PostgreSQL of the distribution: apt-get install postgresql")
                .isPresent();
        List<String> commands = blocks().stream()
                .filter(block -> block.group(1).equals("runs in a test"))
                .map(block -> block.group(2))
                .toList();
        assertThat(commands).hasSize(3);
        try (var server = DebianPostgres.start(installed.orElseThrow(), folder)) {
            String run;
            try (var service = TestService.start(server.properties())) {
                run = service.client().submit(RUN);
                service.client().awaitStatus(run, "FINISHED");
                service.bean(JdbcClient.class).sql("create database restored").update();
            }
            for (String command : commands) {
                run(command, installed.orElseThrow(), server);
            }
            try (var service = TestService.start(server.properties("restored"))) {
                var restored = service.client().get(run).json();
                assertThat(restored.path("status").asString()).isEqualTo("FINISHED");
                assertThat(service.client().get(run + "/checkpoints").list()).isNotEmpty();
                assertThat(service.client().get(run + "/evaluations").list()).hasSize(3);
            }
        }
    }

    private void run(String command, Path postgres, DebianPostgres server) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", postgres.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("DATABASE", server.address("postgres"));
        builder.environment().put("EMPTY_DATABASE", server.address("restored"));
        Process process = builder.start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, lines).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}

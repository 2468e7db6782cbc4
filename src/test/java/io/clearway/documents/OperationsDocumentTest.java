package io.clearway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.DebianPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands of docs/operations.md that need no more than PostgreSQL, on a server that somebody else runs. */
class OperationsDocumentTest {
    private static final String RUN = """
            {"scenario": "queue-game", "algorithm": "counting", "decisions": 50, "evaluationSeeds": 1}
            """;

    @TempDir
    Path folder;

    @Test
    void aBackupIsRestoredWithItsRunsAndCheckpoints() throws Exception {
        var installed = DebianPostgres.find();
        assumeTrue(installed.isPresent(), "PostgreSQL of the distribution: apt-get install postgresql");
        List<String> commands = DocumentCommand.of("docs/operations.md").stream()
                .filter(command -> command.need().isEmpty())
                .map(DocumentCommand::text)
                .filter(command -> !command.equals("./clearway serve"))
                .toList();
        assertThat(commands.get(0)).contains("./clearway migrate");
        try (var server = DebianPostgres.start(installed.orElseThrow(), folder);
                var place = new Workplace(folder.resolve("place"), folder.resolve("data"))) {
            place.with("PATH", installed.orElseThrow().resolve("bin") + ":" + System.getenv("PATH"))
                    .with("DATABASE", server.address("postgres"))
                    .with("EMPTY_DATABASE", server.address("restored"));
            for (String property : server.properties()) {
                String[] pair = property.split("=", 2);
                place.with(pair[0].replace('.', '_').toUpperCase(Locale.ROOT), pair[1]);
            }
            assertThat(place.run(commands.get(0))).contains("The database is at version");
            String run;
            try (var service = TestService.start(server.properties())) {
                run = service.client().submit(RUN);
                service.client().awaitStatus(run, "FINISHED");
                service.bean(JdbcClient.class).sql("create database restored").update();
            }
            for (String command : commands.subList(1, commands.size())) {
                place.run(command);
            }
            try (var service = TestService.start(server.properties("restored"))) {
                var restored = service.client().get(run).json();
                assertThat(restored.path("status").asString()).isEqualTo("FINISHED");
                assertThat(service.client().get(run + "/checkpoints").list()).isNotEmpty();
                assertThat(service.client().get(run + "/evaluations").list()).hasSize(3);
            }
        }
    }
}

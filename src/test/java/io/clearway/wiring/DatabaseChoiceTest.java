package io.clearway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.DebianPostgres;
import io.clearway.wiring.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseChoiceTest {
    private static final String RUN = """
            {"scenario": "queue-game", "algorithm": "counting", "decisions": 20, "evaluationSeeds": 1}
            """;

    @TempDir
    Path folder;

    @Test
    void withoutADatabaseTheServiceBringsItsOwnAndKeepsItsRuns() {
        String[] properties = {
            "clearway.data-dir=" + folder.resolve("data"),
            "clearway.postgres.runtime-dir="
                    + Path.of("target", "postgres-runtime").toAbsolutePath()
        };
        String run;
        try (var service = TestService.start(properties)) {
            run = service.client().submit(RUN);
            service.client().awaitStatus(run, "FINISHED");
            assertThat(service.client().get("/actuator/prometheus").text())
                    .contains("clearway_database_up{kind=\"embedded\"} 1.0");
        }
        try (var service = TestService.start(properties)) {
            assertThat(service.client().get(run).json().path("status").asString())
                    .isEqualTo("FINISHED");
            assertThat(service.client().get(run + "/evaluations").list()).hasSize(3);
        }
    }

    @Test
    void anotherDatabaseIsUsedWhenItIsNamedAndNoneIsStarted() throws Exception {
        var installed = DebianPostgres.find();
        assumeThat(installed)
                .as("PostgreSQL of the distribution: apt-get install postgresql")
                .isPresent();
        try (var external = DebianPostgres.start(installed.orElseThrow(), folder);
                var service = TestService.start(external.properties())) {
            String run = service.client().submit(RUN);
            service.client().awaitStatus(run, "FINISHED");
            assertThat(service.beans(EmbeddedPostgres.class)).isEqualTo(Map.of());
            assertThat(Files.exists(folder.resolve("data"))).isFalse();
        }
    }
}

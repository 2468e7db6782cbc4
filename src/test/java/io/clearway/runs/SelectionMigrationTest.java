package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.wiring.postgres.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Runs from before final policies were chosen. */
class SelectionMigrationTest {
    private static final UUID RUN = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

    @Test
    void aStoredRunKeepsItsCheckpointsAndTheLastOneIsItsPolicy() {
        TestDatabase database = TestDatabase.create();
        var source = new DriverManagerDataSource(database.url(), database.username(), database.password());
        Flyway.configure()
                .dataSource(source)
                .placeholders(Map.of("reader", "clearway_reader"))
                .target("70")
                .load()
                .migrate();
        storeRun(JdbcClient.create(source));
        try (TestService service = TestService.start(database)) {
            JsonNode run = service.client().get("/api/v1/runs/" + RUN).json();
            assertThat(run.path("validationSeeds").asInt()).isZero();
            assertThat(run.path("selection").isNull()).isTrue();
            Checkpoints checkpoints = service.bean(Checkpoints.class);
            assertThat(checkpoints.list(RUN)).hasSize(2);
            assertThat(checkpoints.findPolicy(RUN).orElseThrow().progress().rounds())
                    .isEqualTo(2);
        }
    }

    private static void storeRun(JdbcClient client) {
        client.sql("""
                        insert into run (id, name, status, scenario, scenario_settings, scenario_hash, algorithm,
                                         algorithm_settings, seed, decisions, evaluation_seeds, first_evaluation_seed)
                        values (:run, 'old', 'FINISHED', 'queue-game', '{}', 'h', 'counting', '{}', 1, 40, 5, 100)
                        """).param("run", RUN).update();
        for (int round = 1; round <= 2; round++) {
            var origin = new Origin("queue-game", Map.of(), "counting", Map.of(), 1);
            byte[] content =
                    CheckpointFile.toBytes(new Checkpoint(origin, new Progress(round, round, round), new byte[8]));
            client.sql("""
                            insert into checkpoint (id, run_id, rounds, episodes, decisions, sha256, content)
                            values (:id, :run, :round, :round, :round, 'unused', :content)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("run", RUN)
                    .param("round", round)
                    .param("content", content)
                    .update();
        }
    }
}

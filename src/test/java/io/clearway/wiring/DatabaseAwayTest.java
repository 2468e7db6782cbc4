package io.clearway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.PassingDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayTest {
    /** What the page waits for an answer. */
    private static final long PAGE_MILLIS = 15_000;

    private static final String RUN = """
            {"scenario": "queue-game", "algorithm": "counting", "decisions": %d, "evaluationSeeds": 0,
             "scenarioSettings": {"pauseMillis": 5}}
            """;

    @TempDir
    Path folder;

    @Test
    void whileTheDatabaseIsAwayEveryAnswerSaysSoAndWhatToDoAndAfterwardsTheServiceGoesOn() {
        try (var database = PassingDatabase.start(folder);
                var service = TestService.start(database.properties())) {
            RunApi api = service.client();
            String before = api.submit(RUN.formatted(1000));
            api.awaitStatus(before, "RUNNING");

            assertThat(service.bean(HikariDataSource.class).getConnectionTimeout())
                    .as("the service gives up long before the page does")
                    .isLessThan(PAGE_MILLIS / 2);

            database.takeAway();
            assertDatabaseAway(api, "/api/v1/runs");
            assertDatabaseAway(api, before);
            assertDatabaseAway(api, before + "/events");
            assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(api.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(api.post("/api/v1/runs", "application/json", RUN.formatted(20))
                            .status())
                    .isEqualTo(503);

            database.bringBack();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> api.get("/actuator/health/readiness").status() == 200);
            await().atMost(Duration.ofMinutes(10))
                    .until(() ->
                            api.get(before).json().path("status").asString().equals("FINISHED"));
            assertThat(api.get("/api/v1/runs").json().path("runs"))
                    .as("what was asked for in between was refused as a whole")
                    .hasSize(1);
        }
    }

    private static void assertDatabaseAway(RunApi api, String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:clearway:problem:database-unavailable");
        assertThat(answer.json().path("detail").asString()).contains("its database does not respond");
        assertThat(answer.json().path("hint").asString())
                .contains("PostgreSQL runs", "spring.datasource.url", "recovers by itself");
    }
}

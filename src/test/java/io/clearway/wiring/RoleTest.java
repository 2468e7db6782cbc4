package io.clearway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.runs.RunApi;
import io.clearway.runs.TestService;
import io.clearway.setting.InvalidSetting;
import io.clearway.wiring.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoleTest {
    private static final String RUN = """
            {"scenario": "queue-game", "algorithm": "counting", "decisions": 20, "evaluationSeeds": 1}
            """;

    @Test
    void theApiQueuesAndTheWorkerWorks() {
        TestDatabase database = TestDatabase.create();
        try (var api = TestService.start(database, "clearway.role=api")) {
            String run = api.client().submit(RUN);
            assertThat(api.client().get("/actuator/health/readiness").status()).isEqualTo(200);
            try (var worker = TestService.start(database, "clearway.role=worker")) {
                api.client().awaitStatus(run, "FINISHED");
                assertAnswersNothingButHealth(worker.client(), run);
            }
        }
    }

    private static void assertAnswersNothingButHealth(RunApi worker, String run) {
        for (String path : new String[] {"/", "/api/v1/runs", run, "/v3/api-docs", "/favicon.ico"}) {
            RunApi.Answer refused = worker.get(path);
            assertThat(refused.status()).as(path).isEqualTo(404);
            JsonNode problem = refused.json();
            assertThat(problem.path("type").asString()).isEqualTo("urn:clearway:problem:worker-only");
            assertThat(problem.path("hint").asString()).contains("clearway.role is api or all");
        }
        assertThat(worker.post("/api/v1/runs", "application/json", RUN).status())
                .isEqualTo(404);
        assertThat(worker.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(worker.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void anApiAloneLeavesItsRunsQueued() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (var api = TestService.start(database, "clearway.role=api", "db-scheduler.enabled=true")) {
            String run = api.client().submit(RUN);
            Thread.sleep(1000);
            assertThat(api.client().get(run).json().path("status").asString()).isEqualTo("QUEUED");
        }
    }

    @Test
    void anUnknownRoleIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> TestService.start("clearway.role=workers"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContainingAll("clearway.role", "'workers'", "all, api, worker");
    }

    @Test
    void aPartNeedsADatabaseToShare() {
        assertThatThrownBy(() -> TestService.start("clearway.role=worker"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContainingAll("clearway.role", "'worker'", "spring.datasource.url");
    }

    @Test
    void aGraceThatTheQueueWouldCutShortIsRefused() {
        TestDatabase database = TestDatabase.create();
        assertThatThrownBy(() -> TestService.start(database, "clearway.worker.shutdown-grace=30s"))
                .satisfies(failure -> assertThat(new StartFailure.Analyzer().analyze(failure))
                        .isNotNull()
                        .satisfies(analysis -> {
                            assertThat(analysis.getDescription()).contains("db-scheduler.shutdown-max-wait", "'25s'");
                            assertThat(analysis.getAction()).contains("clearway.worker.shutdown-grace", "30s");
                        }));
    }
}

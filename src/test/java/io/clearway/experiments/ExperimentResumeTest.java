package io.clearway.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.runs.RunApi;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An experiment goes on with another worker where the first one stopped. */
class ExperimentResumeTest {
    private static final String PATH = "/api/v1/experiments";
    private static final String SLOW = """
            name: slow
            scenarios: [{name: queue-game, settings: {pauseMillis: 40}}]
            algorithms: [{name: counting, decisions: 30}]
            controllers: [longest]
            evaluationSeeds: 0-9
            metric: meanQueueVehicles
            bootstrapRepetitions: 100
            """;
    private static final String KEPT = "select recorded_at::text from experiment_episode order by recorded_at limit 1";

    private static JsonNode ruleOf(RunApi api, String experiment) {
        return api.get(experiment).json().path("trials").get(0);
    }

    @Test
    void aRulesEpisodesAreKeptWhenItsWorkerStops() {
        TestDatabase database = TestDatabase.create();
        String experiment;
        List<String> kept;
        try (TestService first = TestService.start(database, "clearway.worker.parallel-episodes=1")) {
            experiment = String.valueOf(first.client()
                    .post(PATH, "application/yaml", SLOW)
                    .headers()
                    .getLocation());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ruleOf(first.client(), experiment)
                                    .path("work")
                                    .path("episodesDone")
                                    .asInt()
                            > 0);
            kept = first.bean(JdbcClient.class).sql(KEPT).query(String.class).list();
        }
        try (TestService second = TestService.start(database)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> second.client()
                            .get(experiment)
                            .json()
                            .path("status")
                            .asString()
                            .equals("FINISHED"));
            assertThat(ruleOf(second.client(), experiment)
                            .path("work")
                            .path("episodesDone")
                            .asInt())
                    .isEqualTo(10);
            assertThat(second.bean(JdbcClient.class)
                            .sql(KEPT)
                            .query(String.class)
                            .list())
                    .isEqualTo(kept);
        }
    }

    @Test
    void aTrialThatFailsHasItsMessageAndTheExperimentSaysWhatToDo() {
        try (TestService service = TestService.start(TestDatabase.create())) {
            RunApi api = service.client();
            String experiment =
                    String.valueOf(api.post(PATH, "application/yaml", SLOW.replace("pauseMillis: 40", "breaksAt: 3"))
                            .headers()
                            .getLocation());
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            api.get(experiment).json().path("status").asString().equals("FAILED"));
            assertThat(ruleOf(api, experiment).path("failure").asString())
                    .isEqualTo("Error: The network has no junction 'x' (line 7)");
            JsonNode problem = api.get(experiment + "/results").json();
            assertThat(problem.path("type").asString()).isEqualTo("urn:clearway:problem:no-results");
            assertThat(problem.path("value").asString()).isEqualTo("0 of 2 are finished");
            assertThat(problem.path("hint").asString()).startsWith("submit the same description again");
        }
    }
}

package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.CheckpointFile;
import io.clearway.runs.RunApi.Answer;
import io.clearway.wiring.postgres.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunLifeTest {
    private static TestService service;
    private static RunApi api;

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create());
        api = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aRunIsTrainedEvaluatedAndKept() {
        String address = api.submit("""
                {"name": "first", "scenario": "queue-game", "algorithm": "counting", "decisions": 45, "seed": 7,
                 "evaluationSeeds": 2}
                """);
        JsonNode run = api.awaitStatus(address, "FINISHED");
        assertThat(run.path("name").asString()).isEqualTo("first");
        assertThat(run.path("simulator").asString()).isEqualTo("queue game 1");
        assertThat(run.path("progress").toString()).isEqualTo("{\"rounds\":3,\"episodes\":5,\"decisions\":50}");
        assertThat(run.path("startedAt").asString()).startsWith("20");

        List<JsonNode> series = api.get(address + "/metrics").list();
        assertThat(series)
                .extracting(one -> one.path("metric").asString())
                .containsExactly("meanQueueVehicles", "decisions", "policyLoss", "cloningLoss", "wallSeconds");
        assertThat(series.get(0).path("points"))
                .hasSize(5)
                .extracting(point -> point.path("player").asString())
                .containsExactly("longest", "learner", "learner", "learner", "learner");
        assertThat(api.get(address + "/evaluations").list())
                .extracting(one -> one.path("controller").asString() + " " + one.path("seed"))
                .containsExactly(
                        "always-first 100",
                        "always-first 101",
                        "counting 100",
                        "counting 101",
                        "longest 100",
                        "longest 101");

        JsonNode newest = api.get(address + "/checkpoints").list().get(0);
        Answer file = api.get(address + "/checkpoints/" + newest.path("id").asString());
        assertThat(file.contentType()).isEqualTo("application/octet-stream");
        assertThat(file.body()).hasSize(newest.path("bytes").asInt());
        assertThat(CheckpointFile.fromBytes(file.body()).progress().decisions()).isEqualTo(50);
    }
}

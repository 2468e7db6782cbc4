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
                .extracting(point -> point.path("controller").asString())
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

        requireSeries(
                api.get(address + "/evaluations").list(),
                api.get(address + "/series").json());

        JsonNode newest = api.get(address + "/checkpoints").list().get(0);
        Answer file = api.get(address + "/checkpoints/" + newest.path("id").asString());
        assertThat(file.contentType()).isEqualTo("application/octet-stream");
        assertThat(file.body()).hasSize(newest.path("bytes").asInt());
        assertThat(CheckpointFile.fromBytes(file.body()).progress().decisions()).isEqualTo(50);
    }

    /** Both episodes of a controller have 11 values, and their means and extremes are those of the episodes. */
    private static void requireSeries(List<JsonNode> episodes, JsonNode together) {
        JsonNode one = episodes.get(2).at("/series/0");
        JsonNode other = episodes.get(3).at("/series/0");
        JsonNode both = together.at("/counting/0");
        assertThat(both.path("name").asString()).isEqualTo("queues by junction");
        assertThat(both.at("/limits/0").toString()).isEqualTo("{\"name\":\"road\",\"value\":8.0}");
        assertThat(both.path("clock")).isEqualTo(one.path("clock"));
        assertThat(both.at("/lines/1/points")).hasSize(11);
        double most = 0;
        for (int step = 0; step < 11; step++) {
            double first = one.at("/lines/1/values/" + step).asDouble();
            double second = other.at("/lines/1/values/" + step).asDouble();
            JsonNode point = both.at("/lines/1/points/" + step);
            assertThat(point.path("time").asDouble()).isEqualTo(0.5 * step);
            assertThat(point.path("mean").asDouble()).isEqualTo((first + second) / 2);
            assertThat(point.path("minimum").asDouble()).isEqualTo(Math.min(first, second));
            assertThat(point.path("maximum").asDouble()).isEqualTo(Math.max(first, second));
            most = Math.max(most, point.path("maximum").asDouble());
        }
        assertThat(most).isPositive();
    }

    /** Counting learns nothing, so that serving the longest queue, which it starts from, stays. */
    @Test
    void aRunKeepsTheRuleThatNoCheckpointBeatsAndEvaluatesIt() {
        String address = api.submit("""
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 60, "evaluationSeeds": 3,
                 "validationSeeds": 12, "candidates": 2}
                """);
        JsonNode run = api.awaitStatus(address, "FINISHED");
        assertThat(run.path("validationSeeds").asInt()).isEqualTo(12);
        assertThat(run.path("candidates").asInt()).isEqualTo(2);
        assertThat(run.path("validated").toString()).isEqualTo("{\"done\":24,\"planned\":24}");
        JsonNode selection = run.path("selection");
        assertThat(selection.path("ruleKept").asBoolean()).isTrue();
        assertThat(selection.path("difference").path("metric").asString()).isEqualTo("meanQueueVehicles");
        assertThat(selection.path("difference").path("mean").asDouble()).isPositive();
        assertThat(selection.path("text").asString())
                .startsWith("kept the rule longest: no checkpoint was better, difference +")
                .endsWith("vehicles on 6 validation seeds");

        List<JsonNode> checkpoints = api.get(address + "/checkpoints").list();
        JsonNode policy = checkpoints.get(0);
        assertThat(checkpoints)
                .filteredOn(one -> one.path("policy").asBoolean())
                .containsExactly(policy);
        byte[] file = api.get(address + "/checkpoints/" + policy.path("id").asString())
                .body();
        assertThat(CheckpointFile.fromBytes(file).rule()).contains("longest");
        assertThat(queues(address, "counting"))
                .isEqualTo(queues(address, "longest"))
                .hasSize(3);
    }

    @Test
    void aRunWithoutValidationSeedsTakesItsLastCheckpoint() {
        String address = api.submit(request("\"evaluationSeeds\": 0, \"validationSeeds\": 0"));
        JsonNode run = api.awaitStatus(address, "FINISHED");
        assertThat(run.path("selection").isNull()).isTrue();
        assertThat(api.get(address + "/checkpoints").list())
                .isNotEmpty()
                .noneMatch(one -> one.path("policy").asBoolean());
    }

    @Test
    void tooFewValidationSeedsAreRefused() {
        Answer answer = api.post("/api/v1/runs", "application/json", request("\"validationSeeds\": 3"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asString()).isEqualTo("validationSeeds");
    }

    private static List<String> queues(String address, String controller) {
        return api.get(address + "/evaluations").list().stream()
                .filter(one -> one.path("controller").asString().equals(controller))
                .map(one -> one.path("seed") + " " + one.path("metrics").path("meanQueueVehicles"))
                .toList();
    }

    @Test
    void aRunThatWaitsIsCanceledAtOnceAndTwiceIsAsGoodAsOnce() {
        String busy = api.submit(request("\"scenarioSettings\": {\"pauseMillis\": 20}"));
        String waiting = api.submit(request("\"name\": \"waiting\""));
        assertThat(api.delete(waiting).json().path("status").asString()).isEqualTo("CANCELED");
        assertThat(api.delete(waiting).json().path("status").asString()).isEqualTo("CANCELED");
        assertThat(api.get("/api/v1/runs?status=CANCELED").json().path("runs"))
                .extracting(run -> run.path("name").asString())
                .contains("waiting");
        api.delete(busy);
        api.awaitStatus(busy, "CANCELED");
    }

    @Test
    void aRunningRunStopsSoonAfterItIsCanceled() {
        String address = api.submit("""
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 1000000,
                 "scenarioSettings": {"pauseMillis": 5}}
                """);
        api.awaitStatus(address, "RUNNING");
        Answer answer = api.delete(address);
        assertThat(answer.status()).isEqualTo(200);
        JsonNode run = api.awaitStatus(address, "CANCELED");
        assertThat(run.path("cancelRequested").asBoolean()).isTrue();
        assertThat(run.path("finishedAt").asString()).startsWith("20");
        assertThat(api.get(address + "/evaluations").list()).isEmpty();
    }

    @Test
    void whatIsOverCannotBeCanceled() {
        String address = api.submit(request("\"evaluationSeeds\": 0"));
        api.awaitStatus(address, "FINISHED");
        Answer answer = api.delete(address);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("value").asString()).isEqualTo("FINISHED");
    }

    @Test
    void aRunFailsInTheSimulatorsWordsAndTheWorkerGoesOn() {
        String broken = api.submit(request("\"scenarioSettings\": {\"breaksAt\": 3}"));
        String sound = api.submit(request("\"evaluationSeeds\": 1"));
        JsonNode run = api.awaitStatus(broken, "FAILED");
        assertThat(run.path("failure").asString()).isEqualTo("Error: The network has no junction 'x' (line 7)");
        api.awaitStatus(sound, "FINISHED");
    }

    private static String request(String more) {
        return "{\"scenario\": \"queue-game\", \"algorithm\": \"counting\", \"decisions\": 30, " + more + "}";
    }
}

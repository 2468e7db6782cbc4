package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.wiring.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import tools.jackson.databind.JsonNode;

/** Runs as the page shows them, over REST. */
class RunQueriesTest {
    private static TestService service;
    private static RunApi api;
    private static String run;

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create());
        api = service.client();
        run = api.submit("""
                {"name": "List % of_runs", "scenario": "queue-game", "algorithm": "counting", "decisions": 80,
                 "evaluationSeeds": 4}""");
        api.awaitStatus(run, "FINISHED");
        api.submit(
                "{\"scenario\": \"queue-game\", \"algorithm\": \"counting\", \"decisions\": 20, \"evaluationSeeds\": 0}");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aPageHasTheMatchingRunsWithTheirNewestMetrics() {
        JsonNode page = api.get("/api/v1/runs?q=list").json();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("byStatus").path("FINISHED").asInt()).isEqualTo(1);
        assertThat(page.path("scenarios").path(0).asString()).isEqualTo("queue-game");
        JsonNode entry = page.path("runs").path(0);
        assertThat(entry.path("name").asString()).isEqualTo("List % of_runs");
        List<JsonNode> points = series("meanQueueVehicles");
        assertThat(entry.path("latestMetrics").path("meanQueueVehicles").asDouble())
                .isEqualTo(points.get(points.size() - 1).path("value").asDouble());
        assertThat(api.get("/api/v1/runs?q=list&status=FAILED")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        JsonNode second = api.get("/api/v1/runs?limit=1&offset=1").json().path("runs");
        assertThat(second.size()).isEqualTo(1);
        assertThat(second.path(0))
                .isEqualTo(api.get("/api/v1/runs").json().path("runs").path(1));
    }

    @Test
    void aThinnedCurveHoldsMeanMinimumAndMaximumOfNeighboringEpisodes() {
        List<JsonNode> all = series("meanQueueVehicles");
        JsonNode curve = api.get(run + "/curves?metric=meanQueueVehicles&points=2")
                .json()
                .path(0);
        assertThat(curve.path("points").size()).isEqualTo(3);
        JsonNode demonstration = curve.path("points").path(0);
        assertThat(demonstration.path("controller").asString()).isEqualTo("longest");
        assertThat(demonstration.path("warmStart").asBoolean())
                .as("the first episode is a demonstration, and in no point with the learner's own")
                .isTrue();
        assertThat(demonstration.path("mean").asDouble())
                .isEqualTo(all.get(0).path("value").asDouble());
        int half = (all.size() + 1) / 2;
        List<Double> first = all.subList(1, half).stream()
                .map(point -> point.path("value").asDouble())
                .toList();
        JsonNode point = curve.path("points").path(1);
        assertThat(point.path("episode").asInt()).isEqualTo(half - 1);
        assertThat(point.path("mean").asDouble())
                .isEqualTo(first.stream().mapToDouble(v -> v).average().orElseThrow(), within(1e-9));
        assertThat(point.path("minimum").asDouble())
                .isEqualTo(first.stream().mapToDouble(v -> v).min().orElseThrow());
        assertThat(point.path("maximum").asDouble())
                .isEqualTo(first.stream().mapToDouble(v -> v).max().orElseThrow());
        assertThat(point.path("controller").asString()).isEqualTo("learner");
        assertThat(curve.path("points").path(2).path("warmStart").asBoolean()).isFalse();
        assertThat(api.get(run + "/curves?metric=meanQueueVehicles")
                        .json()
                        .path(0)
                        .path("points")
                        .size())
                .isEqualTo(all.size());
    }

    @Test
    void resultsHaveIntervalsAndPairedDifferences() {
        JsonNode table = api.get(run + "/results").json();
        assertThat(table.path("learned").asString()).isEqualTo("counting");
        assertThat(table.path("reference").asString()).isEqualTo("longest");
        assertThat(table.path("rows").size()).isEqualTo(3);
        JsonNode comparison = table.path("comparisons").path(0);
        assertThat(table.path("comparisons").size()).isEqualTo(2);
        assertThat(comparison.path("judgment").asString()).isIn("BETTER", "WORSE", "NOT_DISTINGUISHABLE", "EQUAL");
        assertThat(comparison.path("text").asString())
                .startsWith("counting is ")
                .contains(comparison.path("rival").asString())
                .contains("4 seeds");
        JsonNode own = table.path("rows").path(0);
        assertThat(own.path("controller").asString()).isEqualTo("counting");
        assertThat(own.path("pairedDifferences").isEmpty()).isTrue();
        JsonNode mine = own.path("metrics").path("meanQueueVehicles");
        assertThat(mine.path("seeds").asInt()).isEqualTo(4);
        assertThat(mine.path("halfWidth").asDouble()).isPositive();
        for (int row = 1; row < 3; row++) {
            JsonNode rule = table.path("rows").path(row);
            assertThat(rule.path("pairedDifferences")
                            .path("meanQueueVehicles")
                            .path("mean")
                            .asDouble())
                    .isEqualTo(
                            mine.path("mean").asDouble()
                                    - rule.path("metrics")
                                            .path("meanQueueVehicles")
                                            .path("mean")
                                            .asDouble(),
                            within(1e-9));
        }
    }

    @Test
    void newsOfARunComeAtOnceAndAtEveryChange() throws Exception {
        String slow = api.submit("""
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 100, "evaluationSeeds": 0,
                 "scenarioSettings": {"pauseMillis": 25}}""");
        List<String> states = new ArrayList<>();
        try (BufferedReader news = listen(service, slow)) {
            String line = news.readLine();
            while (line != null && !states.contains("FINISHED")) {
                if (line.startsWith("data:")) {
                    states.add(line.replaceFirst(".*\"status\":\"([A-Z]+)\".*", "$1"));
                }
                line = news.readLine();
            }
        }
        assertThat(states).hasSizeGreaterThan(2).endsWith("FINISHED").contains("RUNNING");
    }

    /**
     * The end waits for answers that are under way: for a stream until the patience is over, here longer than the test.
     */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void openStreamsDoNotHoldUpTheEndOfTheService() throws Exception {
        TestService second =
                TestService.start(TestDatabase.create(), "spring.lifecycle.timeout-per-shutdown-phase=10m");
        String queued = second.client()
                .submit(
                        "{\"scenario\": \"queue-game\", \"algorithm\": \"counting\", \"decisions\": 20, \"evaluationSeeds\": 0}");
        second.client().awaitStatus(queued, "FINISHED");
        try (BufferedReader news = listen(second, queued)) {
            assertThat(news.readLine()).startsWith("event:run");
            second.close();
        }
    }

    private static BufferedReader listen(TestService where, String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(where.address() + path + "/events"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private static List<JsonNode> series(String metric) {
        return api.get(run + "/metrics").list().stream()
                .filter(one -> one.path("metric").asString().equals(metric))
                .flatMap(one -> StreamSupport.stream(one.path("points").spliterator(), false))
                .toList();
    }
}

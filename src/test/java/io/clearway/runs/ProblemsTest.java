package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.runs.RunApi.Answer;
import io.clearway.wiring.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ProblemsTest {
    private static final String JSON = "application/json";
    private static final String NOWHERE = "/api/v1/runs/123e4567-e89b-12d3-a456-426614174000";

    private static TestService service;
    private static RunApi api;

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create(), "db-scheduler.enabled=false");
        api = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"scenario":"moon"}                              | scenario                        | moon         | queue-game
        {"algorithm":"magic"}                            | algorithm                       | magic        | counting
        {"scenario":null}                                | scenario                        | nothing      | /api/v1/scenarios
        {"decisions":null}                               | decisions                       | nothing      | number of joint decisions
        {"decisions":0}                                  | decisions                       | 0            | from 1 to 1000000000
        {"decisions":"many"}                             | decisions                       | many         | whole number
        {"decisions":"10"}                               | decisions                       | 10           | whole number
        {"decisions":1.5}                                | decisions                       | 1.5          | whole number
        {"decisions":99999999999}                        | decisions                       |              | whole number
        {"seed":true}                                    | seed                            | true         | whole number
        {"desicions":10}                                 | desicions                       | unknown      | decisions
        {"evaluationSeeds":-1}                           | evaluationSeeds                 | -1           | from 0 to 1000
        {"scenarioSettings":{"arrivals":10}}             | scenarioSettings.arrivals       | 10           | from 1 to 9
        {"scenarioSettings":{"arrivels":1}}              | scenarioSettings.arrivels       | 1            | arrivals
        {"scenarioSettings":{"arrivals":null}}           | scenarioSettings.arrivals       | null         | leave it out
        {"scenarioSettings":{"arrivals":"x"}}            | scenarioSettings.arrivals       | x            | whole number
        {"scenarioSettings":[1]}                         | scenarioSettings                | [1]          | object
        {"algorithmSettings":{"episodesPerRound":0}}     | algorithmSettings.episodesPerRound | 0         | at least 1
        """)
    void aFieldThatCannotBeUsedIsNamedWithItsValueAndAHint(
            String change, String field, @org.jspecify.annotations.Nullable String value, String hint) {
        Answer answer = api.post("/api/v1/runs", JSON, changed(change));
        JsonNode problem = problem(answer, 400);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("value").asString()).contains(value == null ? "" : value);
        assertThat(problem.path("hint").asString()).contains(hint);
        assertThat(problem.path("detail").asString()).contains(field);
        assertThat(problem.path("type").asString()).isEqualTo("urn:clearway:problem:invalid-field");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        GET    | /api/v1/runs?status=ASLEEP              | 400 | status       | ASLEEP  | QUEUED, RUNNING
        GET    | /api/v1/runs?limit=0                    | 400 | limit        | 0       | from 1 to 1000
        GET    | /api/v1/runs?limit=few                  | 400 | limit        | few     | whole number
        GET    | /api/v1/runs/seven                      | 400 | id           | seven   | UUID
        GET    | NOWHERE                                 | 404 | id           | 123e    | GET /api/v1/runs
        GET    | NOWHERE/metrics                         | 404 | id           | 123e    | GET /api/v1/runs
        GET    | NOWHERE/metrics?fromEpisode=x           | 400 | fromEpisode  | x       | whole number
        GET    | NOWHERE/evaluations                     | 404 | id           | 123e    | GET /api/v1/runs
        GET    | NOWHERE/checkpoints                     | 404 | id           | 123e    | GET /api/v1/runs
        DELETE | NOWHERE                                 | 404 | id           | 123e    | GET /api/v1/runs
        DELETE | /api/v1/runs                            | 405 | method       | DELETE  | GET
        GET    | /api/v1/nothing                         | 404 | path         | nothing | /v3/api-docs
        """)
    void anAddressThatCannotBeUsedIsTold(
            String method, String path, int status, String field, String value, String hint) {
        String address = path.replace("NOWHERE", NOWHERE);
        JsonNode problem = problem(method.equals("GET") ? api.get(address) : api.delete(address), status);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("value").asString()).contains(value);
        assertThat(problem.path("hint").asString()).contains(hint);
    }

    @Test
    void malformedJsonIsToldWithLineAndColumn() {
        JsonNode problem = problem(api.post("/api/v1/runs", JSON, "{\"scenario\": \"queue-game\",\n  oops}"), 400);
        assertThat(problem.path("type").asString()).isEqualTo("urn:clearway:problem:malformed-json");
        assertThat(problem.path("detail").asString()).contains("line 2, column");
    }

    @Test
    void noBodyAndTwiceTheSameFieldAreErrors() {
        assertThat(problem(api.post("/api/v1/runs", JSON, ""), 400).path("hint").asString())
                .contains("JSON object");
        assertThat(problem(api.post("/api/v1/runs", JSON, "{\"seed\":1,\"seed\":2}"), 400)
                        .path("detail")
                        .asString())
                .contains("seed");
    }

    @Test
    void anotherContentTypeIsRefused() {
        JsonNode problem = problem(api.post("/api/v1/runs", "text/plain", "scenario: queue-game"), 415);
        assertThat(problem.path("field").asString()).isEqualTo("Content-Type");
        assertThat(problem.path("value").asString()).contains("text/plain");
        assertThat(problem.path("hint").asString()).contains(JSON);
    }

    @Test
    void aRefusedRequestLeavesNoRun() {
        problem(api.post("/api/v1/runs", JSON, changed("{\"scenario\":\"moon\"}")), 400);
        assertThat(api.get("/api/v1/runs").json().path("runs")).isEmpty();
    }

    @Test
    void theDescriptionOfTheApiKnowsEveryOperationAndItsProblems() {
        JsonNode description = api.get("/v3/api-docs").json();
        for (String path : new String[] {"", "/{id}", "/{id}/metrics", "/{id}/evaluations", "/{id}/checkpoints"}) {
            JsonNode operation =
                    description.path("paths").path("/api/v1/runs" + path).path("get");
            assertThat(operation.path("summary").asString()).isNotEmpty();
            assertThat(operation
                            .at("/responses/4XX/content/application~1problem+json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
        }
        assertThat(description.at("/components/schemas/Problem/properties/hint").isMissingNode())
                .isFalse();
        assertThat(description.at("/components/schemas/RunRequest/properties").propertyNames())
                .contains("name", "scenario", "algorithmSettings", "decisions", "evaluationSeeds");
        assertThat(description.at("/components/schemas/Run/properties").propertyNames())
                .contains("id", "name", "status", "progress", "scenario", "decisions", "createdAt", "scenarioHash");
        assertThat(description.at("/components/schemas/ListedRun/properties").propertyNames())
                .contains("id", "status", "latestMetrics");
        assertThat(api.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void thePageItsIconAndTheHealthAreThere() {
        assertThat(api.get("/").contentType()).startsWith("text/html");
        assertThat(api.get("/favicon.ico").status()).isEqualTo(200);
        assertThat(api.get("/actuator/health/readiness").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(api.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/scenarios")
                        .list()
                        .get(0)
                        .at("/defaults/arrivals")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.get("/api/v1/algorithms").list().get(0).path("name").asString())
                .isEqualTo("counting");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        JsonNode problem = problem(api.post("/api/v1/runs", JSON, changed("""
                        {"algorithm": "countin", "decisions": 0, "evaluationSeeds": -1, "validationSeeds": 1}""")), 400);
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(one -> one.path("field").asString()))
                .containsExactlyInAnyOrder("algorithm", "decisions", "evaluationSeeds", "validationSeeds");
        assertThat(problem.path("detail").asString()).contains("did you mean 'counting'?");
        JsonNode settings = problem(api.post("/api/v1/runs", JSON, changed("""
                        {"scenarioSettings": {"arrivels": 1}, "algorithmSettings": {"episodesPerRound": "x"}}""")), 400);
        assertThat(settings.path("errors")
                        .valueStream()
                        .map(one -> one.path("field").asString()))
                .containsExactly("scenarioSettings.arrivels", "algorithmSettings.episodesPerRound");
        assertThat(settings.path("detail").asString())
                .contains("did you mean 'arrivals'?")
                .doesNotContain("java");
    }

    private static String changed(String change) {
        var json = new tools.jackson.databind.json.JsonMapper();
        var body = (tools.jackson.databind.node.ObjectNode)
                json.readTree("{\"scenario\":\"queue-game\",\"algorithm\":\"counting\",\"decisions\":20}");
        body.setAll((tools.jackson.databind.node.ObjectNode) json.readTree(change));
        return body.toString();
    }

    private static JsonNode problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        return answer.json();
    }
}

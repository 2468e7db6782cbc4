package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.runs.RunApi.Answer;
import io.clearway.wiring.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two controllers of a run's held-out evaluation over real HTTP. */
class BeforeAfterApiTest {
    private static TestService service;
    private static RunApi api;
    private static String run;

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create());
        api = service.client();
        run = api.submit("""
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 20, "validationSeeds": 0,
                 "evaluationSeeds": 6}
                """);
        api.awaitStatus(run, "FINISHED");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static double meanQueue(String controller) {
        return api.get(run + "/evaluations").list().stream()
                .filter(one -> one.path("controller").asString().equals(controller))
                .mapToDouble(
                        one -> one.path("metrics").path("meanQueueVehicles").asDouble())
                .average()
                .orElseThrow();
    }

    @Test
    void twoControllersAreComparedAndWhatForbidsAConclusionIsNamed() {
        JsonNode comparison =
                api.get(run + "/before-after?before=always-first&after=longest").json();
        assertThat(comparison.path("units")).hasSize(6);
        assertThat(comparison.path("measures")).hasSize(1);
        JsonNode queue = comparison.path("measures").get(0);
        assertThat(queue.path("measure").asString()).isEqualTo("mean queue");
        assertThat(queue.path("before").path("mean").asDouble()).isCloseTo(meanQueue("always-first"), within(1e-12));
        assertThat(queue.path("after").path("mean").asDouble()).isCloseTo(meanQueue("longest"), within(1e-12));
        assertThat(queue.path("difference").path("mean").asDouble())
                .isCloseTo(meanQueue("longest") - meanQueue("always-first"), within(1e-12));
        assertThat(queue.path("judgment").asString()).isEqualTo("better");
        assertThat(comparison.path("winners")).hasSize(1);
        assertThat(comparison.path("losers")).isEmpty();
        // the game has no vehicles that are due, so that nothing is known of the demand
        assertThat(comparison.path("valid").asBoolean()).isFalse();
        assertThat(comparison.path("conclusion").asString())
                .startsWith("No conclusion")
                .contains("demand");
        assertThat(comparison.path("gates").get(0).path("outcome").asString()).isEqualTo("passed");
    }

    @Test
    void theReportIsDownloadedAsAPageAndAsATable() {
        Answer page = api.get(run + "/before-after.html?before=always-first&after=longest");
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.headers().getFirst("Content-Disposition"))
                .contains("attachment")
                .contains(".html");
        assertThat(page.text()).contains("always-first, then longest", "Who wins", "No conclusion");
        Answer table = api.get(run + "/before-after.csv?before=always-first&after=longest");
        assertThat(table.text().lines())
                .hasSize(2)
                .startsWith("group,subject,measure,unit,before,after,difference,half_width,judgment");
    }

    @Test
    void aRunThatIsNotEvaluatedYetIsAConflict() {
        String waiting = api.submit("""
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 100000000, "validationSeeds": 0}
                """);
        Answer answer = api.get(waiting + "/before-after?before=always-first&after=longest");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("field").asString()).isEqualTo("status");
        assertThat(api.delete(waiting).status()).isEqualTo(200);
        api.awaitStatus(waiting, "CANCELED");
        assertThat(api.get(waiting + "/before-after?before=always-first&after=longest")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aControllerThatWasNotEvaluatedIsNamed() {
        Answer answer = api.get(run + "/before-after?before=always-first&after=best");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asString()).isEqualTo("after");
        assertThat(answer.json().path("hint").asString()).contains("longest");
        assertThat(api.get(run + "/before-after?before=longest")
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("after");
    }
}

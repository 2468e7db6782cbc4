package io.clearway.deployments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.logging.EventLogLimits;
import io.clearway.deployments.performance.LoggedDeployments;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Performance of signals over real HTTP, from event logs on a real disk. */
class PerformanceApiTest {
    @TempDir
    static Path folder;

    private static TestService service;
    private static RunApi api;
    private static LoggedDeployments logged;

    @BeforeAll
    static void start() {
        service = TestService.start(
                TestDatabase.create(), "db-scheduler.enabled=false", "clearway.data-dir=" + folder.resolve("data"));
        api = service.client();
        logged = new LoggedDeployments(service.bean(Deployments.class), service.bean(EventLogLimits.class));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Answer ask(UUID id, String rest) {
        return api.get("/api/v1/deployments/%s/signals/%s".formatted(id, rest));
    }

    @Test
    void aSignalIsMeasuredPhaseByPhase() {
        UUID id = logged.add(true);
        logged.part(id, 0, 600);
        JsonNode found = ask(id, "A/performance").json();
        assertThat(found.path("signal").asString()).isEqualTo("A");
        assertThat(found.path("fromSeconds").asDouble()).isZero();
        assertThat(found.path("toSeconds").asDouble()).isEqualTo(600);
        assertThat(found.path("splitFailures").asInt()).isZero();
        assertThat(found.path("arrivalsOnGreen").asDouble()).isEqualTo(0.5);
        JsonNode phase = found.path("phases").get(0);
        assertThat(phase.path("approach").asString()).isEqualTo("west");
        assertThat(phase.path("vehicles").asInt()).isEqualTo(20);
        assertThat(phase.path("vehiclesPerHour").asDouble()).isEqualTo(120);
        assertThat(phase.path("turns").path("s").asInt()).isEqualTo(20);
        assertThat(phase.path("arrivals").asInt()).isEqualTo(20);
        // half of the arrivals in a quarter of the time
        assertThat(phase.path("platoonRatio").asDouble()).isEqualTo(2);
        assertThat(phase.path("greenUtilization").asDouble()).isCloseTo(3.0 / 15, within(1e-9));
        assertThat(phase.path("forceOffs").asInt()).isEqualTo(10);
        JsonNode pedestrians = found.path("phases").get(1);
        assertThat(pedestrians.path("pedestrian").asBoolean()).isTrue();
        assertThat(pedestrians.path("volumeToCapacity").isNull()).isTrue();
    }

    @Test
    void onlyTheNewestTimeIsMeasuredAlsoAcrossParts() {
        UUID id = logged.add(true);
        logged.part(id, 0, 600);
        logged.part(id, 600, 900);
        JsonNode found = ask(id, "A/performance?minutes=10").json();
        assertThat(found.path("fromSeconds").asDouble()).isEqualTo(300);
        assertThat(found.path("toSeconds").asDouble()).isEqualTo(900);
        assertThat(found.path("phases").get(0).path("vehicles").asInt()).isEqualTo(20);
        assertThat(found.path("phases").get(0).path("forceOffs").asInt()).isEqualTo(10);
    }

    @Test
    void aGapEndsTheTimeThatIsMeasured() {
        UUID id = logged.add(true);
        logged.part(id, 0, 600);
        logged.part(id, 660, 960);
        JsonNode found = ask(id, "A/performance").json();
        assertThat(found.path("fromSeconds").asDouble()).isEqualTo(660);
        assertThat(found.path("phases").get(0).path("vehicles").asInt()).isEqualTo(10);
    }

    @Test
    void theDiagramHasCyclesAndArrivals() {
        UUID id = logged.add(true);
        logged.part(id, 0, 600);
        JsonNode diagram = ask(id, "A/coordination?phase=1").json();
        // from the second red, at 60 s, on
        assertThat(diagram.path("cycles")).hasSize(9);
        assertThat(diagram.path("cycles").get(0).toString())
                .isEqualTo("{\"redSeconds\":60.0,\"greenSeconds\":100.0,\"yellowSeconds\":115.0,\"endSeconds\":120.0}");
        assertThat(diagram.path("arrivals")).hasSize(18);
        assertThat(diagram.path("arrivals").get(1).toString())
                .isEqualTo("{\"seconds\":108.0,\"sinceRedSeconds\":48.0,\"onGreen\":true}");
    }

    @Test
    void aDeploymentWithoutEventLogSaysWhatTurnsItOn() {
        UUID id = logged.add(false);
        JsonNode problem = problem(ask(id, "A/performance"), 409);
        assertThat(problem.path("type").asString()).isEqualTo("urn:clearway:problem:no-event-log");
        assertThat(problem.path("field").asString()).isEqualTo("eventLog");
        assertThat(problem.path("value").asString()).isEqualTo("false");
        assertThat(problem.path("hint").asString()).contains("\"eventLog\": true");
    }

    @Test
    void aLogThatCannotBeReadYetIsToldAsThat() {
        UUID id = logged.add(true);
        JsonNode problem = problem(ask(id, "A/performance"), 409);
        assertThat(problem.path("value").asString()).isEqualTo("true");
        assertThat(problem.path("hint").asString()).contains("wait for a minute");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        B/performance                   | 400 | signal  | B    | give one of its 1 signals, such as A
        A/performance?minutes=0         | 400 | minutes | 0    | from 1 to 1440
        A/performance?minutes=1441      | 400 | minutes | 1441 | from 1 to 1440
        A/performance?minutes=many      | 400 | minutes | many | whole number
        A/coordination                  | 400 | phase   | nothing | give a
        A/coordination?phase=3          | 400 | phase   | 3    | from 1 to 2
        """)
    void whatCannotBeMeasuredIsNamed(String rest, int status, String field, String value, String hint) {
        UUID id = logged.add(true);
        logged.part(id, 0, 600);
        JsonNode problem = problem(ask(id, rest), status);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("value").asString()).isEqualTo(value);
        assertThat(problem.path("hint").asString()).contains(hint);
    }

    @Test
    void anUnknownDeploymentIsNotFound() {
        assertThat(problem(ask(UUID.randomUUID(), "A/performance"), 404)
                        .path("field")
                        .asString())
                .isEqualTo("id");
    }

    private static JsonNode problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }
}

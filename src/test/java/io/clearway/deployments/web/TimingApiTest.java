package io.clearway.deployments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.ClearwayApplication;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.FakeTown;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.simulation.LiveAddress;
import io.clearway.timing.TimingSheetFile;
import io.clearway.wiring.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What is kept of single signals, over REST: their timing sheets and events, on the fake towns of deployments. */
class TimingApiTest {
    private static final String PATH = "/api/v1/deployments";
    private static final int MAXIMUM_RED = 90;
    private static final int EVENTS = 5;

    private static ConfigurableApplicationContext service;
    private static RunApi api;

    @BeforeAll
    static void start() {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        for (String property : TestDatabase.create().properties()) {
            arguments.add("--" + property);
        }
        service = new SpringApplication(ClearwayApplication.class, DeploymentApiTest.Town.class)
                .run(arguments.toArray(String[]::new));
        api = new RunApi("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theSheetOfAScenariosSignalHasItsMovementsAndIntergreens() {
        JsonNode sheet = api.get("/api/v1/scenarios/town/signals/a/timing").json();
        assertThat(sheet.path("signal").asString()).isEqualTo("a");
        assertThat(sheet.path("profile").asString()).isEqualTo("standard");
        assertThat(sheet.path("sha256").asString())
                .isEqualTo(TimingSheetFile.sha256(new FakeTown(0, "a", "b").timings()));
        assertThat(sheet.path("movements")).hasSize(4);
        assertThat(sheet.path("movements").get(1)).hasToString("""
                {"index":1,"kind":"vehicles",\
                "ways":[{"fromRoad":"a_in1","fromLane":-1,"toRoad":"a_out1","direction":"s"}],\
                "yellowSeconds":2,"minimumGreenSeconds":8,"maximumRedSeconds":0}""");
        assertThat(sheet.path("intergreens")).hasSize(8);
        assertThat(sheet.path("intergreens").get(1)).hasToString("""
                {"ending":0,"beginning":3,"seconds":2}""");
    }

    @Test
    void aDeploymentHasTheSameSheetWhileItDrivesAndAfterwards() {
        Answer started = api.post(
                PATH, "application/json", "{\"port\": 9999, \"scenario\": \"town\", \"controller\": \"hold\"}");
        String address = String.valueOf(started.headers().getLocation());
        Answer driving = api.get(address + "/signals/b/timing");
        api.delete(address);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.get(address).json().path("state").asString().equals("RELEASED"));
        Answer over = api.get(address + "/signals/b/timing");
        assertThat(driving.status()).as(driving.text()).isEqualTo(200);
        assertThat(driving.json().path("signal").asString()).isEqualTo("b");
        assertThat(over.json()).isEqualTo(driving.json());
    }

    @Test
    void theSheetIsTheOneOfTheStartAlthoughTheScenarioHasAnotherNow() {
        UUID id = deployed(new FakeTown(0, "a", "b").withMaximumRed(MAXIMUM_RED));
        JsonNode stored = api.get(PATH + "/" + id + "/signals/a/timing").json();
        JsonNode now = api.get("/api/v1/scenarios/town/signals/a/timing").json();
        assertThat(stored.path("movements").get(0).path("maximumRedSeconds").asInt())
                .isEqualTo(MAXIMUM_RED);
        assertThat(now.path("movements").get(0).path("maximumRedSeconds").asInt())
                .isZero();
        assertThat(stored.path("sha256")).isNotEqualTo(now.path("sha256"));
    }

    @Test
    void anUnknownSignalIsNamedWithOneThatThereIs() {
        UUID id = deployed(new FakeTown(0, "a", "b"));
        for (String of : List.of(PATH + "/" + id, "/api/v1/scenarios/town")) {
            Answer answer = api.get(of + "/signals/c/timing");
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().path("field").asString()).isEqualTo("signal");
            assertThat(answer.json().path("value").asString()).isEqualTo("c");
            assertThat(answer.json().path("hint").asString()).isEqualTo("give one of its 2 signals, such as a");
        }
    }

    @Test
    void anUnknownDeploymentHasNoSheet() {
        Answer answer = api.get(PATH + "/" + UUID.randomUUID() + "/signals/a/timing");
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }

    @Test
    void theNewestEventsAreListedAsManyAsAreAskedFor() {
        UUID id = deployed(new FakeTown(0, "a", "b"));
        List<SignalEvent> events = IntStream.rangeClosed(1, EVENTS)
                .mapToObj(second -> new SignalEvent(second, "a", SignalEvent.Kind.ORDER, "order " + second))
                .toList();
        service.getBean(Deployments.class).record(id, events, Instant.EPOCH);
        String address = PATH + "/" + id + "/signal-events";
        assertThat(api.get(address + "?limit=2").list())
                .extracting(event -> event.path("description").asString())
                .containsExactly("order 5", "order 4");
        assertThat(api.get(address).list()).hasSize(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void aLimitOutsideIsRefusedWithTheBounds(int limit) {
        UUID id = deployed(new FakeTown(0, "a", "b"));
        Answer answer = api.get(PATH + "/" + id + "/signal-events?limit=" + limit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("field").asString()).isEqualTo("limit");
        assertThat(answer.json().path("hint").asString()).contains("1 to 1000");
    }

    @Test
    void theDescriptionOfTheApiHasTheSheet() {
        JsonNode description = api.get("/v3/api-docs").json();
        assertThat(description.path("paths").propertyNames())
                .contains(PATH + "/{id}/signals/{signal}/timing", "/api/v1/scenarios/{name}/signals/{signal}/timing");
        JsonNode schema = description.path("components").path("schemas").path("SignalTiming");
        assertThat(schema.path("properties").propertyNames())
                .containsExactlyInAnyOrder("signal", "profile", "sha256", "movements", "intergreens");
    }

    /** A deployment that is on record only. */
    private static UUID deployed(FakeTown town) {
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                "kept",
                new LiveAddress("localhost", 9999, 1),
                "town",
                new ControllerChoice.Named("hold"),
                new DriveLimits(5, 100, Double.POSITIVE_INFINITY, 3),
                Instant.EPOCH);
        service.getBean(Deployments.class)
                .add(deployment, DeploymentReport.connecting(Instant.EPOCH), "me", SignalSheets.of(town));
        return deployment.id();
    }
}

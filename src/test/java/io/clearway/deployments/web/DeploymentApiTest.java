package io.clearway.deployments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.ClearwayApplication;
import io.clearway.catalog.Catalog;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.FakeTown;
import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.TownScenario;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.runs.Counting;
import io.clearway.runs.QueueGame;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The deployments' REST face on a real database and a fake simulator: towns that never end, but port 1 is empty. */
class DeploymentApiTest {
    private static final String PATH = "/api/v1/deployments";
    private static final String UNKNOWN = "123e4567-e89b-12d3-a456-426614174000";

    private static final SignalSheets SHEETS = SignalSheets.of(new FakeTown(0, "a", "b"));

    private static ConfigurableApplicationContext service;
    private static RunApi api;

    @BeforeAll
    static void start() {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        for (String property : TestDatabase.create().properties()) {
            arguments.add("--" + property);
        }
        service = new SpringApplication(ClearwayApplication.class, Town.class).run(arguments.toArray(String[]::new));
        api = new RunApi("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aDeploymentControlsShowsItsTrafficAndIsReleased() {
        String address = submit("{\"port\": 9999, \"scenario\": \"town\", \"controller\": \"hold\"}");
        JsonNode driving = awaitState(address, "DRIVING");
        assertThat(driving.path("name").asString()).isEqualTo("hold on town");
        assertThat(driving.path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(driving.path("decisionSeconds").asDouble()).isEqualTo(5);
        assertThat(driving.path("simulator").asString()).isEqualTo("fake 1");
        assertThat(driving.path("traffic").path("meanQueueVehicles").asDouble()).isEqualTo(3);
        assertThat(driving.path("traffic").path("meanWaitingSeconds").asDouble())
                .isEqualTo(4);
        JsonNode signal = driving.path("signals").get(1);
        assertThat(signal.path("light").asString()).isEqualTo("b");
        assertThat(signal.path("shown").asString()).isEqualTo("GrGr");
        assertThat(signal.path("mode").asString()).isEqualTo("CONTROLLER");
        JsonNode intersection = driving.path("intersections").get(1);
        assertThat(intersection.path("light").asString()).isEqualTo("b");
        assertThat(intersection.path("haltingVehicles").asInt()).isEqualTo(3);
        assertThat(intersection.path("meanWaitingSeconds").asDouble()).isEqualTo(40.0 / 7);

        JsonNode released = api.delete(address).json();
        assertThat(released.path("state").asString()).isEqualTo("RELEASED");
        Answer again = api.delete(address);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("updatedAt")).isEqualTo(released.path("updatedAt"));
        assertThat(api.get(address + "/metrics").list())
                .isNotEmpty()
                .allSatisfy(sample ->
                        assertThat(sample.path("haltingVehicles").asInt()).isEqualTo(3));
        assertThat(api.get(PATH).list())
                .extracting(one -> one.path("id").asString())
                .contains(released.path("id").asString());
    }

    @Test
    void aFailingControllerIsReportedWithTheSignalsConcerned() {
        String address = submit("{\"port\": 9999, \"scenario\": \"town\", \"controller\": \"half\"}");
        JsonNode fallen = awaitState(address, "FALLBACK");
        assertThat(fallen.path("message").asString()).contains("1 of 2 signals", "b since", "action 99");
        assertThat(fallen.path("signals").get(0).path("mode").asString()).isEqualTo("CONTROLLER");
        assertThat(fallen.path("signals").get(1).path("mode").asString()).isEqualTo("FIXED_TIME_ILLEGAL_ACTION");
        api.delete(address);
    }

    @Test
    void anOperatorsOrdersAreCarriedOutAndRecorded() {
        String address = submit("{\"port\": 9999, \"scenario\": \"town\", \"controller\": \"hold\"}");
        awaitState(address, "DRIVING");
        Answer held = order(address + "/signals/b/hold", "\"stage\": 1, ");
        assertThat(held.status()).as(held.text()).isEqualTo(202);
        awaitMode(address, 1, "OPERATOR_HOLD");
        await().until(() -> signal(address, 1).path("shown").asString().equals("rGrG"));
        assertThat(signal(address, 1).path("reason").asString()).isEqualTo("held by Ada: a parade");
        assertThat(signal(address, 0).path("mode").asString()).isEqualTo("CONTROLLER");
        assertThat(order(address + "/signals/b/reset", "").status()).isEqualTo(202);
        awaitMode(address, 1, "CONTROLLER");
        assertThat(order(address + "/signals/fixed-time", "").status()).isEqualTo(202);
        awaitMode(address, 0, "OPERATOR_FIXED_TIME");
        assertThat(order(address + "/signals/a/release", "").status()).isEqualTo(202);
        awaitMode(address, 0, "RELEASED");
        assertThat(signal(address, 1).path("mode").asString()).isEqualTo("OPERATOR_FIXED_TIME");
        api.delete(address);
        assertThat(api.get(address + "/signal-events").list())
                .extracting(event -> event.path("signal").asString() + ": "
                        + event.path("description").asString())
                .contains("b: held by Ada: a parade", "b: reset by Ada: a parade", "a: released by Ada: a parade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "c/hold|{\"stage\":1,\"reason\":\"r\",\"operator\":\"Ada\"}|signal",
                "a/hold|{\"stage\":4,\"reason\":\"r\",\"operator\":\"Ada\"}|stage",
                "a/hold|{\"reason\":\"r\",\"operator\":\"Ada\"}|stage",
                "a/reset|{\"reason\":\" \",\"operator\":\"Ada\"}|reason",
                "a/reset|{\"reason\":\"r\"}|operator",
                "a/stop|{\"reason\":\"r\",\"operator\":\"Ada\"}|action",
            })
    void anOrderThatCannotBeCarriedOutIsRefused(String path, String body, String field) {
        String address = submit("{\"port\": 9999, \"scenario\": \"town\", \"controller\": \"hold\"}");
        awaitState(address, "DRIVING");
        Answer answer = api.post(address + "/signals/" + path, "application/json", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        api.delete(address);
    }

    @Test
    void anOrderToNoDeploymentIsNotFound() {
        assertThat(order(PATH + "/" + UNKNOWN + "/signals/a/reset", "").status())
                .isEqualTo(404);
    }

    private Answer order(String path, String fields) {
        return api.post(
                path, "application/json", "{%s\"reason\": \"a parade\", \"operator\": \"Ada\"}".formatted(fields));
    }

    private static JsonNode signal(String address, int place) {
        return api.get(address).json().path("signals").get(place);
    }

    private static void awaitMode(String address, int place, String mode) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> signal(address, place).path("mode").asString().equals(mode));
    }

    @Test
    void nothingToAttachToFailsWithTheSimulatorsMessage() {
        String address = submit("{\"port\": 1, \"scenario\": \"town\", \"controller\": \"hold\"}");
        assertThat(awaitState(address, "FAILED").path("message").asString()).isEqualTo("nothing answers at port 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"scenario\":\"town\",\"controller\":\"hold\"}|port|nothing",
                "{\"port\":0,\"scenario\":\"town\",\"controller\":\"hold\"}|port|0",
                "{\"port\":70000,\"scenario\":\"town\",\"controller\":\"hold\"}|port|70000",
                "{\"port\":\"x\",\"scenario\":\"town\",\"controller\":\"hold\"}|port|x",
                "{\"port\":9999,\"controller\":\"hold\"}|scenario|nothing",
                "{\"port\":9999,\"scenario\":\"twon\",\"controller\":\"hold\"}|scenario|twon",
                "{\"port\":9999,\"scenario\":\"queue-game\",\"controller\":\"hold\"}|scenario|queue-game",
                "{\"port\":9999,\"scenario\":\"town\",\"controller\":\"hodl\"}|controller|hodl",
                "{\"port\":9999,\"scenario\":\"town\"}|controller|nothing",
                "{\"port\":9999,\"scenario\":\"town\",\"controller\":\"hold\",\"run\":\"" + UNKNOWN
                        + "\"}|controller|2 of controller, checkpoint and run",
                "{\"port\":9999,\"scenario\":\"town\",\"controller\":\"hold\",\"deadlineMillis\":0}|deadlineMillis|0",
                "{\"port\":9999,\"scenario\":\"town\",\"controller\":\"hold\",\"decisionSeconds\":2.5}|decisionSeconds|2.5",
                "{\"port\":9999,\"scenario\":\"town\",\"controller\":\"hold\",\"untilSeconds\":-1}|untilSeconds|-1.0",
                "{\"port\":9999,\"scenario\":\"town\",\"controller\":\"hold\",\"order\":0}|order|0",
                "{\"port\":9999,\"scenario\":\"town\",\"controller\":\"hold\",\"color\":1}|color|unknown field",
            })
    void aBadFieldIsNamedWithItsValueAndTheMend(String body, String field, String value) {
        Answer answer = api.post(PATH, "application/json", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        assertThat(answer.json().path("value").asString()).isEqualTo(value);
        assertThat(answer.json().path("hint").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"run", "checkpoint"})
    void anUnknownRunOrCheckpointIsNotFound(String field) {
        Answer answer =
                api.post(PATH, "application/json", "{\"port\": 9999, \"%s\": \"%s\"}".formatted(field, UNKNOWN));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains(UNKNOWN);
    }

    @Test
    void anUnknownDeploymentIsNotFound() {
        assertThat(api.get(PATH + "/" + UNKNOWN).status()).isEqualTo(404);
        assertThat(api.get(PATH + "/" + UNKNOWN + "/metrics").status()).isEqualTo(404);
        Answer answer = api.delete(PATH + "/" + UNKNOWN);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("value").asString()).isEqualTo(UNKNOWN);
    }

    @Test
    void whatTheServiceControlledBeforeItsRestartHasFailed() {
        Deployments store = service.getBean(Deployments.class);
        Deployment mine = deployment();
        Deployment others = deployment();
        Deployment silent = deployment();
        Instant now = Instant.now();
        // what other tests left
        store.failUnfinished("me", now.minusSeconds(120), now);
        store.add(mine, DeploymentReport.connecting(now), "me", SHEETS);
        store.add(others, DeploymentReport.connecting(now), "another", SHEETS);
        store.add(silent, DeploymentReport.connecting(now.minusSeconds(3600)), "another", SHEETS);
        assertThat(store.failUnfinished("me", now.minusSeconds(120), now)).isEqualTo(2);
        assertThat(store.find(mine.id()).orElseThrow().report().state()).isEqualTo(DeploymentState.FAILED);
        assertThat(store.find(mine.id()).orElseThrow().report().message()).contains("restarted");
        assertThat(store.find(silent.id()).orElseThrow().report().state()).isEqualTo(DeploymentState.FAILED);
        assertThat(store.find(others.id()).orElseThrow().report().state()).isEqualTo(DeploymentState.CONNECTING);
    }

    @Test
    void everythingAboutADeploymentIsStored() {
        Deployments store = service.getBean(Deployments.class);
        Deployment deployment = deployment();
        store.add(deployment, DeploymentReport.connecting(Instant.EPOCH), "me", SHEETS);
        assertThat(store.find(deployment.id()).orElseThrow())
                .isEqualTo(new Deployments.StoredDeployment(deployment, DeploymentReport.connecting(Instant.EPOCH)));
    }

    @Test
    void reportsAreStoredWithAllFieldsOfAPartInOneObject() {
        Deployments store = service.getBean(Deployments.class);
        Deployment deployment = deployment();
        SignalStatus signal = new SignalStatus(
                "a", "GrGr", 3, new ControlStatus(ControlMode.FIXED_TIME_LATE, 20, "took too long"), 4, 5);
        LiveStatus live = new LiveStatus(
                "SUMO 1.15.0",
                new LiveMetrics(60, 0.5, 2, 1.5, new TrafficCounts(4, 3, 5, 6, 7, 8)),
                new DecisionCounts(12, 2, 0, 1),
                List.of(signal),
                List.of(new IntersectionMetrics("a", 0.5, 1, 10)));
        DeploymentReport report = new DeploymentReport(DeploymentState.RELEASED, "late", live, Instant.EPOCH);
        store.add(deployment, report, "me", SHEETS);
        assertThat(store.find(deployment.id()).orElseThrow().report()).isEqualTo(report);
        JsonNode json = api.get(PATH + "/" + deployment.id()).json();
        assertThat(json.path("traffic").propertyNames())
                .containsExactlyInAnyOrder(
                        "seconds",
                        "meanQueueVehicles",
                        "haltingVehicles",
                        "meanWaitingSeconds",
                        "arrived",
                        "departed",
                        "teleported",
                        "collided",
                        "running",
                        "waitingToEnter");
        assertThat(json.path("signals").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "light", "shown", "shownSeconds", "mode", "sinceSeconds", "reason", "refusals", "fallbacks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DeploymentRequest|allowUnsafeTimings checkpoint controller deadlineMillis decisionSeconds eventLog host name"
                        + " order port recoveryDecisions run scenario untilSeconds",
                "RecordingRequest|checkpoint controller name run scenario seconds seed",
                "Deployment|checkpoint controller createdAt deadlineMillis decisionSeconds decisions eventLog fromMemory"
                        + " host id intersections message name order port recoveryDecisions scenario signalCount signals"
                        + " signalsInFallback simulator state traffic trips untilSeconds updatedAt",
                "Recording|checkpoint controller createdAt firstSeconds frames id lastSeconds message name parts"
                        + " scenario seconds seed state",
            })
    void theDescriptionOfTheApiListsAllFieldsOfAnObject(String schema, String fields) {
        JsonNode description = api.get("/v3/api-docs").json();
        JsonNode properties =
                description.path("components").path("schemas").path(schema).path("properties");
        assertThat(properties.propertyNames()).containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void anUnknownFieldIsAnsweredWithAllThatThereAre() {
        Answer answer = api.post(PATH, "application/json", "{\"color\": 1}");
        assertThat(answer.text())
                .contains(
                        "allowUnsafeTimings, checkpoint, controller, deadlineMillis, decisionSeconds, eventLog, host, name, order,"
                                + " port, recoveryDecisions, run, scenario, untilSeconds");
    }

    @Test
    void onlyTheNewestSamplesStay() {
        Deployments store = service.getBean(Deployments.class);
        Deployment deployment = deployment();
        store.add(deployment, DeploymentReport.connecting(Instant.EPOCH), "me", SHEETS);
        List<LiveMetrics> samples = IntStream.rangeClosed(1, 10_030)
                .mapToObj(second -> new LiveMetrics(second, 0.5, 2, 1.5, new TrafficCounts(4, 3, 5, 6, 7, 8)))
                .toList();
        store.keep(deployment.id(), DeploymentReport.connecting(Instant.EPOCH), samples);
        store.keep(deployment.id(), DeploymentReport.connecting(Instant.EPOCH), samples.subList(10_000, 10_030));
        assertThat(store.history(deployment.id())).isEqualTo(samples.subList(30, 10_030));
    }

    @Test
    void onlyTheNewestSignalEventsStay() {
        Deployments store = service.getBean(Deployments.class);
        Deployment deployment = deployment();
        Deployment other = deployment();
        List.of(deployment, other)
                .forEach(one -> store.add(one, DeploymentReport.connecting(Instant.EPOCH), "me", SHEETS));
        store.record(other.id(), List.of(event(0)), Instant.EPOCH);
        JdbcClient database = service.getBean(JdbcClient.class);
        database.sql("""
                        insert into signal_event (deployment, seconds, light, kind, description, recorded_at)
                        select :id, second, 'a', 'OVERRIDDEN', 'set by somebody', now()
                          from generate_series(1, 10000) as second order by second
                        """).param("id", deployment.id()).update();
        List<SignalEvent> more = IntStream.rangeClosed(10_001, 10_030)
                .mapToObj(DeploymentApiTest::event)
                .toList();
        store.record(deployment.id(), more, Instant.EPOCH);
        // as after a connection that broke when all was written
        store.record(deployment.id(), more, Instant.EPOCH);
        List<Double> kept = database.sql("select seconds from signal_event where deployment = :id order by number")
                .param("id", deployment.id())
                .query(Double.class)
                .list();
        assertThat(kept)
                .isEqualTo(IntStream.rangeClosed(31, 10_030)
                        .mapToObj(second -> (double) second)
                        .toList());
        assertThat(store.events(other.id(), 1000)).hasSize(1);
        assertThat(store.events(deployment.id(), 1000))
                .extracting(stored -> stored.event().seconds())
                .hasSize(1000)
                .startsWith(10_030.0, 10_029.0);
    }

    private static SignalEvent event(int second) {
        return new SignalEvent(second, "a", SignalEvent.Kind.OVERRIDDEN, "set by somebody");
    }

    @Test
    void closingTheServiceReleasesAllSignals() {
        ActiveDeployments active = service.getBean(ActiveDeployments.class);
        String address = submit("{\"port\": 9999, \"scenario\": \"town\", \"controller\": \"broken\"}");
        awaitState(address, "FALLBACK");
        active.close();
        assertThat(api.get(address).json().path("state").asString()).isEqualTo("RELEASED");
    }

    private static String submit(String body) {
        Answer answer = api.post(PATH, "application/json", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return String.valueOf(answer.headers().getLocation());
    }

    private static JsonNode awaitState(String address, String state) {
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> api.get(address).json(),
                        seen -> seen.path("state").asString().equals(state));
    }

    private static Deployment deployment() {
        return new Deployment(
                UUID.randomUUID(),
                "kept",
                new LiveAddress("localhost", 9999, 2),
                "town",
                new ControllerChoice.Learned(UUID.randomUUID()),
                new DriveLimits(5, 100, Double.POSITIVE_INFINITY, 3),
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    // no @Configuration: the scan of the application's packages must not find it in other tests
    static class Town {
        @Bean
        @Primary
        Catalog town() {
            return new Catalog(List.of(new TownScenario(), new QueueGame()), List.of(new Counting()));
        }

        /** A new town for every client, at a pace that lets others live. */
        @Bean
        TrafficSimulator simulator() {
            return new TrafficSimulator() {
                @Override
                public String version() {
                    return "fake 1";
                }

                @Override
                public CompiledNetwork compile(NetworkSource source) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public TrafficSimulation start(SimulationSetup setup) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public TrafficSimulation attach(LiveAddress address) {
                    return new FakeTown(0, "a", "b").paced(2).attach(address);
                }
            };
        }
    }
}

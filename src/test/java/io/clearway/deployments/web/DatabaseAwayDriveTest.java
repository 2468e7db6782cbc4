package io.clearway.deployments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.ClearwayApplication;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.wiring.postgres.PassingDatabase;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The real PostgreSQL goes away while a town is driven: it is watched and ordered as before, and recorded later. */
class DatabaseAwayDriveTest {
    private static final String PATH = "/api/v1/deployments";
    private static final String TOWN = "{\"port\": 9999, \"scenario\": \"town\", \"controller\": \"hold\"}";

    @TempDir
    private Path folder;

    @Test
    void whatIsDrivenIsListedWatchedAndOrderedAndTheOrdersAreRecordedOnceAndInOrder() throws Exception {
        try (var database = PassingDatabase.start(folder);
                var service = start(database)) {
            String address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
            RunApi api = new RunApi(address);
            String ended = submit(api);
            awaitMode(api, ended, 0, "CONTROLLER");
            api.delete(ended);
            String driven = submit(api);
            awaitMode(api, driven, 0, "CONTROLLER");
            assertThat(api.get(PATH).list())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.has("fromMemory")).isFalse());

            database.takeAway();
            Answer list = api.get(PATH);
            assertThat(list.status()).as(list.text()).isEqualTo(200);
            assertThat(list.list()).hasSize(1);
            assertThat(driven).endsWith(list.list().get(0).path("id").asString());
            assertThat(list.list().get(0).path("fromMemory").asBoolean()).isTrue();
            assertThat(list.list().get(0).path("state").asString()).isEqualTo("DRIVING");
            assertThat(opened(address + driven + "/events")).isEqualTo(200);
            assertThat(opened(address + driven + "/frames")).isEqualTo(200);
            order(api, driven + "/signals/b/hold", "\"stage\": 1, ");
            awaitMode(api, driven, 1, "OPERATOR_HOLD");
            order(api, driven + "/signals/b/reset", "");
            awaitMode(api, driven, 1, "CONTROLLER");
            order(api, driven + "/signals/fixed-time", "");
            awaitMode(api, driven, 1, "OPERATOR_FIXED_TIME");
            order(api, driven + "/signals/a/release", "");
            awaitMode(api, driven, 0, "RELEASED");

            database.bringBack();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> events(api, driven).size() >= 5);
            assertThat(api.delete(driven).status()).isEqualTo(200);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> api.get(PATH).list().size() == 2);
            assertThat(events(api, driven))
                    .containsExactly(
                            "a: released by Ada: a parade",
                            "b: fixed time by Ada: a parade",
                            "a: fixed time by Ada: a parade",
                            "b: reset by Ada: a parade",
                            "b: held by Ada: a parade");
        }
    }

    @Test
    void whereNothingIsDrivenTheListSaysThatTheDatabaseIsAway() {
        try (var database = PassingDatabase.start(folder);
                var service = start(database)) {
            RunApi api =
                    new RunApi("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
            database.takeAway();
            assertThat(api.get(PATH).status()).isEqualTo(503);
        }
    }

    private static ConfigurableApplicationContext start(PassingDatabase database) {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--spring.datasource.hikari.connection-timeout=1000"));
        for (String property : database.properties()) {
            arguments.add("--" + property);
        }
        return new SpringApplication(ClearwayApplication.class, DeploymentApiTest.Town.class)
                .run(arguments.toArray(String[]::new));
    }

    private static String submit(RunApi api) {
        Answer answer = api.post(PATH, "application/json", TOWN);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return String.valueOf(answer.headers().getLocation());
    }

    private static void order(RunApi api, String path, String fields) {
        Answer answer = api.post(
                path, "application/json", "{%s\"reason\": \"a parade\", \"operator\": \"Ada\"}".formatted(fields));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    private static void awaitMode(RunApi api, String deployment, int signal, String mode) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            JsonNode shown = api.get(deployment).json().path("signals").path(signal);
            return shown.path("mode").asString("").equals(mode);
        });
    }

    /** The newest first. */
    private static List<String> events(RunApi api, String deployment) {
        Answer answer = api.get(deployment + "/signal-events");
        return answer.status() != 200
                ? List.of()
                : answer.list().stream()
                        .map(event -> event.path("signal").asString() + ": "
                                + event.path("description").asString())
                        .toList();
    }

    /** How a stream begins. */
    private static int opened(String address) throws Exception {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofInputStream());
        stream.body().close();
        return stream.statusCode();
    }
}

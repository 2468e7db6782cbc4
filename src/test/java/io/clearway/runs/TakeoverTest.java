package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearway.runs.RunClaims.Claim;
import io.clearway.training.EpisodeReport;
import io.clearway.wiring.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TakeoverTest {
    /** Only against hanging: nothing waits longer than it has to. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String[] QUICK_HEARTBEAT = {
        // six missed ones make a worker dead, which one that is only starved must not become
        "db-scheduler.heartbeat-interval=1s",
        "clearway.worker.checkpoint-every-rounds=1",
        "clearway.worker.parallel-episodes=1"
    };

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Path brake;

    @BeforeEach
    void freshDatabaseAndBrake() throws IOException {
        database = TestDatabase.create();
        brake = Files.createFile(folder.resolve("brake"));
    }

    /** A run of more than a minute as long as the brake is on, and of a moment without. */
    private String slow() {
        return """
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 800, "seed": 3, "evaluationSeeds": 1,
                 "scenarioSettings": {"pauseMillis": 100, "pauseWhile": "%s"}}
                """.formatted(brake);
    }

    @Test
    void aServiceThatEndsHandsItsRunBackAndTheNextGoesOnFromTheCheckpoint() throws IOException {
        String address;
        int before;
        try (var first = TestService.start(database, QUICK_HEARTBEAT)) {
            address = first.client().submit(slow());
            await().atMost(PATIENCE)
                    .until(() ->
                            !first.client().get(address + "/checkpoints").list().isEmpty());
            before =
                    first.client().get(address).json().at("/progress/decisions").asInt();
        }
        try (var second = TestService.start(database, QUICK_HEARTBEAT)) {
            JsonNode taken = second.client().get(address).json();
            assertThat(taken.path("status").asString()).isIn("QUEUED", "RUNNING");
            assertThat(taken.at("/progress/decisions").asInt()).isGreaterThanOrEqualTo(before);
            Files.delete(brake);
            second.client().awaitStatus(address, "FINISHED");
            assertCompleteCurve(second.client(), address);
        }
    }

    @Test
    void aKilledWorkersRunIsTakenOverByAnother() throws Exception {
        Process doomed = startInProcessOfItsOwn();
        try (var survivor = TestService.start(database, "db-scheduler.enabled=false")) {
            String address = survivor.client().submit(slow());
            await().atMost(PATIENCE)
                    .until(() -> !survivor.client()
                            .get(address + "/checkpoints")
                            .list()
                            .isEmpty());
            doomed.destroyForcibly().waitFor();
            int before = survivor.client()
                    .get(address)
                    .json()
                    .at("/progress/decisions")
                    .asInt();
            assertThat(before).isBetween(1, 799);
            Files.delete(brake);
            try (var worker = TestService.start(database, QUICK_HEARTBEAT)) {
                worker.client().awaitStatus(address, "FINISHED");
                assertCompleteCurve(worker.client(), address);
            }
        } finally {
            doomed.destroyForcibly();
        }
    }

    @Test
    void whoeverLostARunCanWriteNothingMore() {
        try (var service = TestService.start(database, "db-scheduler.enabled=false")) {
            UUID run = UUID.fromString(service.client().submit(slow()).replaceFirst(".*/", ""));
            RunClaims claims = service.bean(RunClaims.class);
            Claim old = claims.claim(run).orElseThrow();
            old.episode(new EpisodeReport(0, EpisodeReport.LEARNER, 1, 10, Map.of()));
            Claim present = claims.claim(run).orElseThrow();

            assertThat(old.mustStop()).isTrue();
            assertThat(present.mustStop()).isFalse();
            assertThatThrownBy(() -> old.episode(new EpisodeReport(1, EpisodeReport.LEARNER, 1, 20, Map.of())))
                    .isInstanceOf(FencedOut.class);
            assertThatThrownBy(old::finish).isInstanceOf(FencedOut.class);
            assertThatThrownBy(() -> old.fail("late")).isInstanceOf(FencedOut.class);
            assertThat(service.bean(Runs.class).episodes(run, 0)).isEmpty();
            present.finish();
            assertThat(service.bean(Runs.class).get(run).status()).isEqualTo(RunStatus.FINISHED);
            assertThat(claims.claim(run)).isEmpty();
        }
    }

    @Test
    void aRunThatKeepsKillingItsWorkersIsGivenUp() {
        String address;
        try (var service = TestService.start(database, "db-scheduler.enabled=false")) {
            address = service.client().submit(slow());
            UUID run = UUID.fromString(address.replaceFirst(".*/", ""));
            for (int i = 0; i < 5; i++) {
                service.bean(RunClaims.class).claim(run);
            }
        }
        try (var service = TestService.start(database, QUICK_HEARTBEAT)) {
            JsonNode failed = service.client().awaitStatus(address, "FAILED");
            assertThat(failed.path("failure").asString()).contains("5 workers were lost in a row");
        }
    }

    private static void assertCompleteCurve(RunApi api, String address) {
        JsonNode series = api.get(address + "/metrics").list().get(0);
        List<Integer> episodes = new ArrayList<>();
        series.path("points")
                .forEach(point -> episodes.add(point.path("episode").asInt()));
        assertThat(episodes).hasSize(81).startsWith(0, 1, 2).endsWith(79, 80).doesNotHaveDuplicates();
        assertThat(api.get(address).json().at("/progress/decisions").asInt()).isEqualTo(810);
    }

    private Process startInProcessOfItsOwn() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TestService.class.getName()));
        command.addAll(List.of(database.properties()));
        command.addAll(List.of(QUICK_HEARTBEAT));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

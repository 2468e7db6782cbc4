package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.cli.command.ServiceAddressFile;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.periods.SampledDeployments;
import io.clearway.runs.RunApi;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServiceCommandsTest {
    private static TestService service;
    private static RunApi api;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create());
        api = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String submit(String name, int decisions) {
        String address = api.submit("""
                {"name": "%s", "scenario": "queue-game", "algorithm": "counting", "decisions": %d, "seed": 7,
                 "evaluationSeeds": 2}
                """.formatted(name, decisions));
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void runsAreListedWatchedAndReported() throws IOException {
        var line = new TestCommandLine(folder);
        String id = submit("a <b>bold</b> name", 45);

        assertThat(line.run("watch", id.substring(0, 8), "--service", service.address()))
                .isZero();
        assertThat(line.text()).contains("counting").contains("always-first").contains("longest");

        assertThat(line.run("runs", "--service", service.address())).isZero();
        String list = line.text();
        assertThat(list).contains(id.substring(0, 8)).contains("FINISHED").contains("100 %");
        assertThat(list.lines()).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(80));

        assertThat(line.run("runs", "--json", "--status", "finished", "--service", service.address()))
                .isZero();
        assertThat(new JsonMapper()
                        .readTree(line.text())
                        .valueStream()
                        .map(run -> run.path("id").asString()))
                .contains(id);

        Path out = folder.resolve("report");
        assertThat(line.run("report", id, "--out", out.toString(), "--service", service.address()))
                .isZero();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("counting − longest")
                .contains("a &lt;b&gt;bold&lt;/b&gt; name")
                .doesNotContain("<b>")
                .contains("--seed 7");
        assertThat(out.resolve("report.md")).exists();
    }

    @Test
    void commandsFindTheServiceOfTheirDataFolderAndOnlyALiveOne() throws IOException {
        var line = new TestCommandLine(folder);
        String id = submit("found", 45);
        var note = new ServiceAddressFile(folder);
        note.write(URI.create(service.address()));
        assertThat(line.run("runs", "--data-dir", folder.toString()))
                .as(line.text())
                .isZero();
        assertThat(line.run("watch", id, "--data-dir", folder.toString())).isZero();
        assertThat(line.text()).contains("counting is ").contains("longest");
        assertThat(line.run("completion", "--data-dir", folder.toString())).isZero();
        assertThat(line.text()).contains(id.substring(0, 8));
        Path file = folder.resolve("service.properties");
        Files.writeString(file, Files.readString(file).replaceFirst("started=.*", "started=1"));
        assertThat(note.read())
                .as("a process that began at another time is another process")
                .isEmpty();
        note.remove();
        assertThat(file).doesNotExist();
        assertThat(note.read()).isEmpty();
    }

    @Test
    void theQueueOfEveryHeldOutEpisodeIsKeptAndDrawnOverTime() throws IOException {
        String id = submit("with queues", 45);
        api.awaitStatus("/api/v1/runs/" + id, "FINISHED");
        assertThat(api.get("/api/v1/runs/" + id + "/evaluations").list())
                .hasSize(6)
                .allSatisfy(episode -> {
                    List<Double> queue = episode.path("queueByMinute")
                            .valueStream()
                            .map(JsonNode::asDouble)
                            .toList();
                    assertThat(queue).hasSize(5);
                    assertThat(queue.stream().mapToDouble(minute -> minute).average())
                            .hasValueCloseTo(
                                    episode.at("/metrics/meanQueueVehicles").asDouble(), Offset.offset(1e-9));
                });

        Path out = folder.resolve("report");
        assertThat(new TestCommandLine(folder)
                        .run("report", id, "--out", out.toString(), "--service", service.address()))
                .isZero();
        String plot = Files.readString(out.resolve("drawings/queue-game-with-queues-queue-over-time.svg"));
        // a line and a band for the policy and both rules
        assertThat(plot.split("<polygon", -1)).hasSize(1 + 3);
        assertThat(plot).contains("over simulated time", "counting", "always-first", "longest", "minutes");
        assertThat(Files.readString(out.resolve("report.md"))).contains("queue-game-with-queues-queue-over-time.svg");
        assertThat(Files.readString(out.resolve("report.html"))).contains("<polygon");
    }

    @Test
    void aRunThatEndsBadlyIsTheExitCodeOfItsWatch() {
        String id = submit("endless", 1_000_000);
        api.delete("/api/v1/runs/" + id);
        var line = new TestCommandLine(folder);
        assertThat(line.run("watch", id, "--service", service.address())).isEqualTo(1);
        assertThat(line.text()).contains("CANCELED");
    }

    @Test
    void twoPeriodsOfADeploymentAreReported() throws IOException {
        UUID id = new SampledDeployments(service.bean(Deployments.class))
                .driven("street", 0, 9000, quarter -> quarter < 5 ? 50 + quarter % 2 : 40 + quarter % 2);
        var line = new TestCommandLine(folder);
        Path out = folder.resolve("periods");
        assertThat(line.run(
                        "report",
                        id.toString(),
                        "--before-period",
                        "0-4500",
                        "--after-period",
                        "4500-9000",
                        "--out",
                        out.toString(),
                        "--service",
                        service.address()))
                .isZero();
        assertThat(line.text()).contains("is better than street, hold, 0–4500 s in vehicles in or waiting to enter");
        assertThat(Files.readString(out.resolve("report.html"))).contains("live traffic has none");
        assertThat(Files.readAllLines(out.resolve("report.csv"))).hasSize(9);

        assertThat(line.run("report", id.toString(), "--before-period", "0-4500", "--service", service.address()))
                .isEqualTo(2);
        assertThat(line.text()).contains("--after-period");
        assertThat(line.run(
                        "report",
                        "street",
                        "--before-period",
                        "0-1",
                        "--after-period",
                        "1-2",
                        "--service",
                        service.address()))
                .isEqualTo(2);
        assertThat(line.text()).contains("DEPLOYMENT: 'street' cannot be used");
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        var line = new TestCommandLine(folder);
        assertThat(line.run("watch", "00000000-0000-0000-0000-000000000000", "--service", service.address()))
                .isEqualTo(1);
        assertThat(line.text())
                .contains("There is no run 00000000-0000-0000-0000-000000000000")
                .contains("take an id that");
        assertThat(line.run("watch", "../deployments", "--service", service.address()))
                .isEqualTo(2);
        assertThat(line.text()).contains("'../deployments' cannot be used");
    }

    @Test
    void aServiceThatIsNotThereIsNamedWithItsAddress() {
        var line = new TestCommandLine(folder);
        assertThat(line.run("runs", "--service", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(line.text()).contains("http://127.0.0.1:1").contains("./clearway serve");
        assertThat(line.run("runs", "--service", "file:///etc/passwd")).isEqualTo(2);
        assertThat(line.text()).contains("--service: 'file:///etc/passwd' cannot be used");
    }
}

package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.runs.RunApi;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void aRunThatEndsBadlyIsTheExitCodeOfItsWatch() {
        String id = submit("endless", 1_000_000);
        api.delete("/api/v1/runs/" + id);
        var line = new TestCommandLine(folder);
        assertThat(line.run("watch", id, "--service", service.address())).isEqualTo(1);
        assertThat(line.text()).contains("CANCELED");
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

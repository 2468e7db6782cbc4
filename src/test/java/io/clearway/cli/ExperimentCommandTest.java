package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.cli.experiment.ExperimentLock;
import io.clearway.experiment.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ExperimentCommandTest {
    private static final Path REPRODUCE = Path.of("docs/reproduce");
    private static final String RULES = """
            name: rules
            scenarios: [{name: catch-up, settings: {start: spaced}}, {name: slow-down, settings: {start: spaced}}]
            controllers: [constant-0.5-0.5, reference]
            evaluationSeeds: 0-3
            bootstrapRepetitions: 200
            """;

    @TempDir
    Path folder;

    private final TestCommandLine line = new TestCommandLine(Path.of("."));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(REPRODUCE)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private Path experiment(String text) throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), text);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileOfThePapersFiguresIsAnExperimentByItsName(Path file) throws IOException {
        int status = line.run("experiment", file.toString(), "--dry-run");
        String text = line.text();
        assertThat(status).as(text).isZero();
        assertThat(text.lines()).last().asString().matches("[1-9]\\d* trials, [1-9][0-9,]* decisions of training, .*");
        assertThat(ExperimentFile.read(file).experiment().name() + ".yaml")
                .isEqualTo(file.getFileName().toString());
        assertThat(Files.readString(REPRODUCE.resolve("README.md"))).contains("](" + file.getFileName() + ")");
    }

    @Test
    void aDryRunGivesProgramsEverythingThatATrialDependsOn() throws IOException {
        assertThat(line.run("experiment", experiment(RULES).toString(), "--dry-run", "--json"))
                .isZero();
        assertThat(new JsonMapper()
                        .readTree(line.text())
                        .at("/trials/0/content/scenarioSettings/start")
                        .asString())
                .isEqualTo("spaced");
    }

    @Test
    void aDryRunListsTheTrialsAndPlaysNothing() throws IOException {
        Path file = experiment(RULES + """
                algorithms: [{name: dppo, decisions: 9000}]
                trainingSeeds: 1-3
                sweeps: {clip: {setting: clip, values: [0.1, 0.2]}}
                """);
        assertThat(line.run(
                        "experiment",
                        file.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--dry-run"))
                .isZero();
        assertThat(line.text().lines())
                .anyMatch(row -> row.matches("dppo clip=0.1 +catch-up +3 +9,000 +12"))
                .last()
                .isEqualTo("16 trials, 108,000 decisions of training, 64 held-out episodes (38,400 decisions)");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void rulesAreComparedOnEveryScenario() throws IOException {
        Path out = folder.resolve("out");
        assertThat(line.run("experiment", experiment(RULES).toString(), "--out", out.toString(), "--jobs", "2"))
                .isZero();
        assertThat(line.text())
                .contains("catch-up: paperReward, higher is better", "slow-down: paperReward, higher is better")
                .contains("trial 4 of 4: ")
                .contains("Report: " + out.resolve("report.html"));
        assertThat(Files.readAllLines(out.resolve("summaries.csv"))).hasSize(1 + 4);
        assertThat(new JsonMapper()
                        .readTree(Files.readString(out.resolve("results.json")))
                        .path("comparisons")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aMetricThatHeldOutEpisodesDoNotKeepIsRefusedWithItsLine() throws IOException {
        Path file = experiment(RULES + "metric: dependence\n");
        Path out = folder.resolve("out");
        assertThat(line.run("experiment", file.toString(), "--out", out.toString()))
                .isEqualTo(2);
        assertThat(line.text())
                .startsWith("clearway: %s line 6, metric: 'dependence' cannot be used; give one of: ".formatted(file))
                .contains("paperReward");
        assertThat(out).doesNotExist();
    }

    @Test
    void oneCommandPlaysInAFolder() throws IOException {
        Path out = folder.resolve("out");
        Path file = experiment(RULES);
        try (ExperimentLock held = ExperimentLock.take(out)) {
            assertThat(line.run("experiment", file.toString(), "--out", out.toString()))
                    .isEqualTo(2);
            assertThat(line.text()).contains("--out: '%s' cannot be used".formatted(held.folder()));
        }
        assertThat(out.resolve("trials")).doesNotExist();
        assertThat(line.run("experiment", file.toString(), "--out", out.toString()))
                .isZero();
    }

    @Test
    void aRunThatWouldTakeDemonstrationsOnlyIsNamedWithItsLine() throws IOException {
        Path file = experiment(RULES + "algorithms: [{name: dppo, decisions: 600}]\n");
        assertThat(line.run("experiment", file.toString())).isEqualTo(2);
        assertThat(line.text()).startsWith("clearway: %s line 6, algorithms[0].decisions: '600'".formatted(file));
    }

    @Test
    void whatCannotBeUsedIsNamedWithFileAndLine() throws IOException {
        Path file = experiment(RULES + "trainingSeed: 1\n");
        assertThat(line.run("experiment", file.toString())).isEqualTo(2);
        assertThat(line.text())
                .startsWith("clearway: %s line 6, trainingSeed: '1' cannot be used; there is no such field"
                        .formatted(file));

        assertThat(line.run(
                        "experiment", experiment(RULES + "metric: arrived\n").toString(), "--out", folder + "/o"))
                .isEqualTo(2);
        assertThat(line.text()).contains("metric: 'arrived' cannot be used; catch-up measures ");

        assertThat(line.run("experiment", folder.resolve("none.yaml").toString()))
                .isEqualTo(2);
        assertThat(line.text()).contains("give a file that describes an experiment in YAML");
    }
}

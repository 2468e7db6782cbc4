package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.catalog.Catalog;
import io.clearway.cli.command.Installation;
import io.clearway.cli.terminal.Console;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.importing.ImportLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The command line from a user's files to a scenario that is evaluated by its name. */
class ImportCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private Installation installation;
    private String net;
    private String routes;

    @BeforeEach
    void bring() throws IOException {
        SumoSimulator simulator = PlainTown.simulator(folder);
        ScenarioFolders folders = new ScenarioFolders(folder.resolve("data/scenarios"), simulator);
        installation = new Installation(
                folder,
                () -> simulator,
                () -> Catalog.standard(simulator, Path.of("sumo-networks")).with(folders),
                () -> folders,
                () -> new ScenarioImport(PlainTown.importer(ImportLimits.defaults()), simulator));
        net = Files.writeString(folder.resolve("Meine Stadt.net.xml"), PlainTown.crossing(folder, ""))
                .toString();
        routes = Files.writeString(folder.resolve("stadt.rou.xml"), PlainTown.routes())
                .toString();
    }

    private int run(String... arguments) {
        written.reset();
        return ClearwayCommand.commandLine(installation, new NoService(), new Console(out, out, false, false))
                .setErr(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anImportPrintsItsReportAndCanBeEvaluatedByItsName() {
        assertThat(run("import", net, routes)).as(text()).isZero();
        assertThat(text())
                .contains("Onboarding report: meine-stadt, read by SUMO ")
                .contains("1 traffic lights, 1 of them run by agents")
                .contains("./clearway evaluate --scenario meine-stadt");
        assertThat(text().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(run("evaluate", "--scenario", "meine-stadt", "--controller", "max-pressure", "--seeds", "1-1"))
                .as(text())
                .isZero();
        assertThat(text()).contains("max-pressure");
    }

    @Test
    void theReportComesAsJsonToo() {
        assertThat(run("import", net, routes, "--name", "stadt", "--end", "30", "--json"))
                .as(text())
                .isZero();
        var report = new JsonMapper().readTree(text());
        assertThat(report.path("scenario").asString()).isEqualTo("stadt");
        assertThat(report.path("episode").path("endSeconds").asDouble()).isEqualTo(30);
    }

    @Test
    void anotherContentUnderTheNameNeedsReplaceAndThatNobodyUsesTheScenario() {
        assertThat(run("import", net, routes, "--name", "stadt")).as(text()).isZero();
        assertThat(run("import", net, routes, "--name", "stadt", "--horizon", "30"))
                .isEqualTo(2);
        assertThat(text()).contains("--name: 'stadt' cannot be used").contains("give --replace");
        int meanwhile = installation.imported().get().using("stadt", this::replace);
        assertThat(meanwhile).isEqualTo(2);
        assertThat(text()).contains("name: 'stadt' cannot be used; a training or evaluation uses it");
        assertThat(replace()).as(text()).isZero();
        assertThat(text()).contains("0 s to 30 s");
        assertThat(installation.imported().get().names()).containsExactly("stadt");
    }

    private int replace() {
        return run("import", net, routes, "--name", "stadt", "--horizon", "30", "--replace");
    }

    /** The shortest way of a user from files to a learned policy. */
    @Test
    void anImportedNetworkCanBeLearned() {
        assertThat(run("import", net, routes, "--name", "stadt", "--horizon", "30"))
                .as(text())
                .isZero();
        String out = folder.resolve("run").toString();
        String[] train =
                ("train --scenario stadt --algorithm dppo --decisions 12 --set episodesPerRound=1 --set warmStartEpisodes=1"
                                + " --out")
                        .split(" ");
        train = Arrays.copyOf(train, train.length + 1);
        train[train.length - 1] = out;
        assertThat(run(train)).as(text()).isZero();
        String policy = Path.of(out, "checkpoint.clearway").toString();
        Path results = folder.resolve("run/evaluation.json");
        assertThat(run(
                        "evaluate",
                        "--scenario",
                        "stadt",
                        "--controller",
                        policy,
                        "--seeds",
                        "1-1",
                        "--json",
                        results.toString()))
                .as(text())
                .isZero();
        assertThat(text()).contains("dppo");
        var episode = new JsonMapper().readTree(results).get(0);
        assertThat(episode.path("queueByMinute").size()).isOne();
        assertThat(episode.path("queueByMinute").get(0).asDouble())
                .isCloseTo(episode.path("meanQueueVehicles").asDouble(), within(1e-9));
        assertThat(run("report", out, "--out", out)).as(text()).isZero();
        assertThat(Path.of(out, "report.html")).content().contains("over simulated time");
    }

    @Test
    void wrongUseIsToldInALineAndLeavesNothing() {
        assertThat(run("import", net, routes, "--name", "grid-5x5")).isEqualTo(2);
        assertThat(text()).contains("--name: 'grid-5x5' cannot be used");
        assertThat(run("import", folder.resolve("none.sumocfg").toString())).isEqualTo(2);
        assertThat(text()).contains("none.sumocfg").contains("there is no such file");
        assertThat(run("import", routes)).isEqualTo(2);
        assertThat(text()).contains("FILE: ").contains("give one .sumocfg");
        assertThat(folder.resolve("data/scenarios"))
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        none -> assertThat(none).isEmptyDirectory());
    }
}

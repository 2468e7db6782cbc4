package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.imports.ScenarioImport;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.sumo.importing.SumoImporter;
import io.clearway.sumo.process.TimeLimits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClearwayCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        TrafficSimulator broken = new NoSimulator();
        return new TestCommandLine(
                        folder,
                        out,
                        () -> new ScenarioImport(
                                new SumoImporter(System.getenv(), TimeLimits.defaults(), ImportLimits.defaults()),
                                broken))
                .run(arguments);
    }

    private int train(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "train";
        all[1] = "--out";
        all[2] = folder.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return run(all);
    }

    @Test
    void aPolicyToBeginWithIsAFileOrOneThatComesWithClearway() {
        assertThat(train("--scenario", "catch-up", "--algorithm", "dmpo", "--decisions", "6000", "--from", "nowhere"))
                .isEqualTo(2);
        assertThat(text()).contains("--from: 'nowhere'").contains("signals-dppo");
    }

    @Test
    void anUnknownScenarioIsNamedTogetherWithTheKnownOnes() {
        assertThat(train("--scenario", "grid-6x6", "--algorithm", "dmpo", "--decisions", "720"))
                .isEqualTo(2);
        assertThat(text()).contains("scenario: 'grid-6x6'").contains("did you mean 'grid-5x5'?");
    }

    @Test
    void scenariosAreListedEvenWhereTheSimulatorIsMissing() {
        assertThat(run("scenarios")).isZero();
        assertThat(text())
                .contains("grid-5x5")
                .contains("origin: drawn for Clearway")
                .contains("gating (reference)")
                .contains("not available: ");
        assertThat(text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void scenariosAndAlgorithmsAreListedAsJson() {
        assertThat(run("scenarios", "--json")).isZero();
        JsonNode scenarios = new JsonMapper().readTree(text());
        assertThat(scenarios.valueStream().map(one -> one.path("name").asString()))
                .contains("grid-5x5");
        written.reset();
        assertThat(run("algorithms", "--json")).isZero();
        JsonNode algorithms = new JsonMapper().readTree(text());
        assertThat(algorithms.valueStream().map(one -> one.path("name").asString()))
                .contains("dmpo", "dmpo-linear", "impo", "mpo-na", "mag", "dppo", "cppo");
        assertThat(algorithms
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals("dmpo"))
                        .map(one -> one.at("/defaults/warmStart").asString()))
                .containsExactly("reference");
    }

    @Test
    void algorithmsAreListedWithTheirSources() {
        assertThat(run("algorithms")).isZero();
        assertThat(text()).contains("dmpo").contains("Ma et al. 2024").contains("discount=");
    }

    @Test
    void anUnknownAlgorithmIsNamedTogetherWithTheKnownOnes() {
        assertThat(train("--scenario", "grid-5x5", "--algorithm", "dqn", "--decisions", "720"))
                .isEqualTo(2);
        assertThat(text()).contains("algorithm: 'dqn'").contains("dmpo");
    }

    @ParameterizedTest
    @CsvSource({
        "--set, discount=2, algorithmSettings.discount",
        "--set, gamma=0.9, algorithmSettings.gamma",
        "--scenario-set, demand=rush, scenarioSettings.demand",
        "--scenario-set, minimumGreenSeconds=7, scenarioSettings.minimumGreenSeconds"
    })
    void aSettingThatCannotBeIsNamedWithItsPlace(String option, String setting, String field) {
        assertThat(train("--scenario", "grid-5x5", "--algorithm", "dmpo", "--decisions", "720", option, setting))
                .isEqualTo(2);
        assertThat(text()).contains(field).doesNotContain("\tat ");
    }

    @Test
    void zeroDecisionsAreRefused() {
        assertThat(train("--scenario", "grid-5x5", "--algorithm", "dmpo", "--decisions", "0"))
                .isEqualTo(2);
        assertThat(text()).contains("decisions: '0'");
    }

    @Test
    void aMissingOptionIsWrongUse() {
        assertThat(run("evaluate")).isEqualTo(2);
        assertThat(text()).contains("--scenario");
    }

    @Test
    void aNumberThatIsNoneTakesTwoLinesAndNotTheWholeUsage() {
        assertThat(train("--scenario", "grid-5x5", "--algorithm", "dmpo", "--decisions", "many"))
                .isEqualTo(2);
        String text = text();
        assertThat(text)
                .contains("--decisions")
                .contains("many")
                .contains("clearway train --help")
                .doesNotContain("java");
        assertThat(text.lines()).hasSize(2);
        assertThat(train("--scenaro", "grid-5x5")).isEqualTo(2);
        assertThat(text()).contains("did you mean '--scenario'?");
    }

    @Test
    void aRunThatIsOverBeforeItsLearnerHasPlayedIsRefused() {
        assertThat(train("--scenario", "catch-up", "--algorithm", "dppo", "--decisions", "600"))
                .isEqualTo(2);
        assertThat(text())
                .contains("--decisions: '600' cannot be used")
                .contains("demonstrations")
                .contains("warmStartEpisodes");
    }

    @Test
    void whatIsNeitherARuleNorAFileIsRefusedAsAController() {
        assertThat(run("evaluate", "--scenario", "grid-5x5", "--controller", "max-presure"))
                .isEqualTo(2);
        assertThat(text()).contains("'max-presure'").contains("did you mean 'max-pressure'?");
    }

    @Test
    void aSettingThatNoControllerTakesIsRefusedInsteadOfIgnored() {
        assertThat(run(
                        "evaluate",
                        "--scenario",
                        "catch-up",
                        "--controller",
                        "constant-0.5-0.5",
                        "--set",
                        "discount=0.9"))
                .isEqualTo(2);
        assertThat(text())
                .contains("--set: 'discount' cannot be used")
                .contains("--scenario-set")
                .doesNotContain("score");
    }

    @Test
    void aSimulatorThatFailsEndsInOneLineOfItsOwnWords() {
        assertThat(run("evaluate", "--scenario", "grid-5x5", "--controller", "random"))
                .isEqualTo(1);
        assertThat(text()).contains("clearway: no simulator on this machine").doesNotContain("\tat ");
    }

    @Test
    void aServiceThatDoesNotStartEndsInOneLine() {
        assertThat(run("serve")).isEqualTo(1);
        assertThat(text()).isEqualTo("clearway: the port is taken" + System.lineSeparator());
    }

    @Test
    void theUpdateBenchmarkWritesItsDocumentedFields() throws Exception {
        Path json = folder.resolve("update.json");
        assertThat(run("benchmark", "update", "--agents", "9", "--hidden", "8", "--batch", "4", "--json", json + ""))
                .isZero();
        JsonNode result = new JsonMapper().readTree(Files.readString(json));
        assertThat(result.propertyNames())
                .containsExactlyInAnyOrder(
                        "stepMilliseconds", "gigaflops", "inferenceMicroseconds", "nd4jCallsPerStep");
        assertThat(result.path("stepMilliseconds").asDouble()).isPositive();
        written.reset();
        assertThat(run("benchmark", "update", "--agents", "9", "--hidden", "8", "--batch", "4", "--json"))
                .isZero();
        assertThat(new JsonMapper().readTree(text()).propertyNames()).hasSize(4);
    }
}

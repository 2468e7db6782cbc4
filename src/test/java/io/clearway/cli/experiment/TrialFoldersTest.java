package io.clearway.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.ppo.Ppo;
import io.clearway.catalog.Catalog;
import io.clearway.cli.terminal.Console;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.TrialQueue;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.YamlDocument;
import io.clearway.experiment.result.ExperimentResults;
import io.clearway.scenario.cacc.PlatoonScenario;
import io.clearway.setting.InvalidSetting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on the platoon, played for real: episodes of 600 decisions. */
class TrialFoldersTest {
    private static final int EPISODE = 600;
    private static final String EXPERIMENT = """
            name: small
            scenarios: [{name: catch-up, evaluationSettings: {start: spaced}}]
            controllers: [constant-0.5-0.5]
            algorithms: [{name: dppo, decisions: 2400, settings: {hidden: [8], warmStart: "", episodesPerRound: 2}}]
            trainingSeeds: 1-2
            evaluationSeeds: 0-2
            validationSeeds: 4
            bootstrapRepetitions: 200
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private static ExperimentPlan plan(String text) {
        return ExperimentPlan.of(
                Experiment.of(YamlDocument.read(text).root()),
                new Catalog(List.of(PlatoonScenario.catchUp()), List.of(Ppo.decentralized())));
    }

    private List<TrialResult> play(ExperimentPlan plan, Path out, int jobs, BooleanSupplier stop) {
        var console = new Console(System.out, new PrintStream(shown, true, StandardCharsets.UTF_8), false, false);
        try (var progress = new TrialProgress(plan, console)) {
            var folders = new TrialFolders(
                    out.resolve("trials"),
                    plan.experiment().protocol().evaluationSeeds(),
                    1,
                    progress,
                    () -> "SUMO 1.15.0");
            folders.requireSame(plan.trials());
            return new TrialQueue(folders, jobs).play(plan.trials(), stop);
        }
    }

    private List<TrialResult> play(Path out) {
        return play(plan(EXPERIMENT), out, 1, () -> false);
    }

    /** Everything that an experiment left: results and policies, by file. */
    private static Map<String, byte[]> results(Path out, List<TrialResult> trials) throws IOException {
        new ResultFiles(out, ExperimentResults.of(plan(EXPERIMENT), trials)).write();
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                // the wall-clock times of episodes differ
                if (!name.endsWith("metrics.csv") && !name.endsWith("evaluation.json")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (file, content) -> assertThat(actual.get(file)).as(file).isEqualTo(content));
    }

    private static BooleanSupplier after(int decisions) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > decisions;
    }

    private static BooleanSupplier failingAfter(int decisions) {
        BooleanSupplier over = after(decisions);
        return () -> {
            if (over.getAsBoolean()) {
                throw new IllegalStateException("the machine was switched off");
            }
            return false;
        };
    }

    @Test
    void aStoppedExperimentContinuesToTheSameResultsBitForBit() throws IOException {
        Map<String, byte[]> undisturbed = results(folder.resolve("a"), play(folder.resolve("a")));

        Path stopped = folder.resolve("b");
        // within the rule's episodes; in the second round of the first run; within its validation or evaluation
        for (int decisions : new int[] {EPISODE, 5 * EPISODE, 5 * EPISODE}) {
            assertThat(play(plan(EXPERIMENT), stopped, 1, after(decisions))).hasSizeLessThan(3);
        }
        assertThatThrownBy(() -> play(plan(EXPERIMENT), stopped, 1, failingAfter(2 * EPISODE)))
                .hasMessage("the machine was switched off");
        assertThat(stopped.resolve("trials/catch-up/dppo/seed-1/checkpoint.clearway"))
                .exists();
        assertSame(results(stopped, play(stopped)), undisturbed);
    }

    @Test
    void severalJobsGiveTheSameResultsAsOne() throws IOException {
        Map<String, byte[]> one = results(folder.resolve("a"), play(folder.resolve("a")));
        Path several = folder.resolve("b");
        assertSame(results(several, play(plan(EXPERIMENT), several, 3, () -> false)), one);
    }

    @Test
    void whatIsCompleteIsNotPlayedAgainAndMoreSeedsAreAdded() throws IOException {
        ExperimentPlan plan = plan(EXPERIMENT);
        List<TrialResult> first = play(plan, folder, 1, () -> false);
        Path policy = folder.resolve("trials/catch-up/dppo/seed-2/policy.clearway");
        FileTime written = Files.getLastModifiedTime(policy);
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("trial 3 of 3: dppo on catch-up, training seed 2: complete");

        assertThat(play(plan, folder, 1, failingAfter(100))).isEqualTo(first);
        assertThat(play(plan(EXPERIMENT.replace("0-2", "0-3")), folder, 1, () -> false))
                .extracting(result -> result.episodes().size())
                .containsOnly(4);
        assertThat(Files.getLastModifiedTime(policy)).isEqualTo(written);
    }

    @Test
    void aChangedTrialIsRefusedNamingTheField() {
        play(plan(EXPERIMENT), folder, 1, after(5 * EPISODE));
        assertThatThrownBy(() -> play(plan(EXPERIMENT.replace("2400", "3000")), folder, 1, () -> false))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("decisions: '3000' cannot be used; the trial in ")
                .hasMessageContaining("was begun with '2400'");
        assertThatThrownBy(() -> play(plan(EXPERIMENT.replace("[8]", "[16]")), folder, 1, () -> false))
                .hasMessageStartingWith("algorithmSettings.hidden: '[16]' cannot be used");
    }

    @Test
    void episodesOfAnotherSumoOrScenarioAreRefusedNamingBoth() throws IOException {
        ExperimentPlan rule = plan(EXPERIMENT.replaceFirst("algorithms: .*\n", ""));
        play(rule, folder, 1, () -> false);
        Path file = folder.resolve("trials/catch-up/constant-0.5-0.5/evaluation.json");
        String kept = Files.readString(file);

        Files.writeString(file, kept.replaceAll("\"sumoVersion\"( ?: ?)\"[^\"]*\"", "\"sumoVersion\"$1\"1.14.1\""));
        assertThatThrownBy(() -> play(rule, folder, 1, () -> false))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("sumoVersion: '1.15.0' cannot be used; " + file)
                .hasMessageContaining("'1.14.1'");
        Files.writeString(file, kept.replaceAll("\"scenarioHash\"( ?: ?)\"[^\"]*\"", "\"scenarioHash\"$1\"abc\""));
        assertThatThrownBy(() -> play(rule, folder, 1, () -> false))
                .hasMessageStartingWith("scenarioHash: '")
                .hasMessageContaining("'abc'");
        Files.writeString(file, kept.replaceAll("\"sumoVersion\"( ?: ?)\"[^\"]*\"", "\"sumoVersion\"$1\"1.15.0\""));
        assertThat(play(rule, folder, 1, failingAfter(1))).hasSize(1);
    }

    @Test
    void theReportComparesRulesAndLearners() throws IOException {
        results(folder, play(folder));
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Scores: catch-up", "Comparisons: catch-up", "Training: catch-up", "<svg")
                .doesNotContain("<script", "<link", "NaN")
                .contains("With fewer than five training seeds such intervals are too narrow.");
        assertThat(Files.readAllLines(folder.resolve("summaries.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("catch-up,constant-0.5-0.5,1,3,"))
                .anyMatch(line -> line.startsWith("catch-up,dppo,2,3,"));
        assertThat(Files.readAllLines(folder.resolve("episodes.csv"))).hasSize(1 + 3 * 3);
        assertThat(Files.readAllLines(folder.resolve("comparisons.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("catch-up,dppo,constant-0.5-0.5,");
    }
}

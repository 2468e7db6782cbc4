package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    Path folder;

    @Test
    void aTrainingFolderWithItsEvaluationBecomesAPageAndMarkdown() throws IOException {
        var line = new TestCommandLine(folder);
        Path run = folder.resolve("run");
        List<String> train = List.of(
                "train",
                "--scenario",
                "catch-up",
                "--algorithm",
                "dppo",
                "--decisions",
                "1200",
                "--out",
                run.toString(),
                "--set",
                "warmStart=",
                "--set",
                "episodesPerRound=1",
                "--validation-seeds",
                "4",
                "--candidates",
                "2",
                "--json");
        assertThat(line.run(train.toArray(String[]::new))).isZero();
        assertThat(line.text()).contains("\"decisions\" : 1").contains("the best of 2 on 2 validation seeds");
        assertThat(run.resolve("selection.json")).exists();
        assertThat(run.resolve("checkpoint.clearway")).exists();
        assertThat(line.run(
                        "evaluate",
                        "--scenario",
                        "catch-up",
                        "--seeds",
                        "100-102",
                        "--controller",
                        run.resolve("policy.clearway") + ",constant-0.5-0.5",
                        "--json",
                        run.resolve("evaluation.json").toString()))
                .as(line.text())
                .isZero();

        Path out = folder.resolve("out");
        assertThat(line.run("report", run.toString(), run.toString(), "--out", out.toString()))
                .as(line.text())
                .isZero();

        String page = Files.readString(out.resolve("report.html"));
        assertThat(page)
                .contains("dppo, seed 1 (1)")
                .contains("dppo, seed 1 (2)")
                .contains("dppo − constant-0.5-0.5")
                .contains("the best of 2 on 2 validation seeds")
                .contains("--scenario catch-up --algorithm dppo --seed 1")
                .doesNotContain("<script")
                .doesNotContain("src=");
        String markdown = Files.readString(out.resolve("report.md"));
        try (Stream<Path> drawings = Files.list(out.resolve("drawings"))) {
            assertThat(drawings.toList())
                    .isNotEmpty()
                    .allSatisfy(drawing -> assertThat(markdown).contains("(drawings/" + drawing.getFileName() + ")"));
        }
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        var line = new TestCommandLine(folder);
        assertThat(line.run("report", folder.toString())).isEqualTo(2);
        assertThat(line.text()).contains("checkpoint.clearway").contains("cannot be used");
    }

    @Test
    void completionKnowsTheCommands() {
        var line = new TestCommandLine(folder);
        assertThat(line.run("completion")).isZero();
        assertThat(line.text())
                .contains("complete -F")
                .contains("--scenario-set")
                .contains("watch")
                .contains("\"grid-5x5\"")
                .contains("\"dmpo-linear\"");
    }
}

package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training into a folder that ends with the rule it started from, as two episodes teach nothing. */
class TrainCommandTest {
    private static final String RULE = "constant-0.5-0.5";

    @TempDir
    Path folder;

    private String train(int decisions) {
        String command = "train --scenario catch-up --algorithm dppo --decisions %d --validation-seeds 4 --candidates 2"
                        .formatted(decisions)
                + " --set warmStart=%s --set warmStartEpisodes=1 --set cloningEpochs=1 --set hidden=[8] --out "
                        .formatted(RULE)
                + run();
        return succeeded(command);
    }

    private String succeeded(String command) {
        var line = new TestCommandLine(folder);
        int status = line.run(command.split(" "));
        String text = line.text();
        assertThat(status).as(text).isZero();
        return text;
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Checkpoint checkpoint(String name) {
        return CheckpointFile.read(run().resolve(name));
    }

    @Test
    void theRuleIsKeptAndEvaluatedWhileTrainingContinuesFromTheLastCheckpoint() {
        assertThat(train(1000))
                .contains("Final policy: " + run().resolve("policy.clearway"))
                .contains("The run kept the rule " + RULE + ": no checkpoint was better, difference ")
                .contains("on 2 validation seeds");
        assertThat(checkpoint("policy.clearway").rule()).contains(RULE);
        assertThat(checkpoint("checkpoint.clearway").rule()).isEmpty();

        String command = "evaluate --scenario catch-up --seeds 100-101 --controller %s,%s"
                .formatted(run().resolve("policy.clearway"), RULE);
        String table = succeeded(command);
        assertThat(table).contains("dppo: its run kept the rule " + RULE);
        assertThat(figures(table, "dppo ")).isEqualTo(figures(table, RULE));

        int before = checkpoint("checkpoint.clearway").progress().decisions();
        assertThat(train(3000)).contains("Final policy");
        assertThat(checkpoint("checkpoint.clearway").progress().decisions()).isGreaterThan(before);
    }

    @Test
    void aRecipeIsTrainedAndEvaluatedAgainstTheRules() throws IOException {
        Path recipe = Files.writeString(folder.resolve("short.json"), """
                {"scenario": "catch-up", "algorithm": "dppo", "decisions": 100000, "validationSeeds": 4,
                 "candidates": 1, "evaluationSeeds": 2,
                 "algorithmSettings": {"preset": "platoon", "hidden": [8]}}""");
        String text = succeeded("train --decisions 600 --recipe %s --out %s".formatted(recipe, run()));
        assertThat(text).contains("Final policy: ").contains("dppo ").contains(RULE);
        JsonNode evidence = new JsonMapper().readTree(Files.readString(run().resolve("evidence.json")));
        assertThat(evidence.path("recipe").path("decisions").asInt()).isEqualTo(600);
        double own = mean(evidence.path("controllers").path("dppo"));
        double rule = mean(evidence.path("controllers").path(RULE));
        assertThat(mean(evidence.path("differences").path(RULE))).isCloseTo(own - rule, within(1e-9));
        JsonNode again = new JsonMapper()
                .readTree(
                        json(succeeded("train --json --decisions 600 --recipe %s --out %s".formatted(recipe, run()))));
        assertThat(again.path("evidence").asString())
                .isEqualTo(run().resolve("evidence.json").toString());
        // the policy alone, without values and optimizers
        assertThat(run().resolve("policy.clearway").toFile().length())
                .isLessThan(run().resolve("checkpoint.clearway").toFile().length() / 2);
    }

    /** Without the lines of progress. */
    private static String json(String written) {
        return written.substring(written.indexOf('{'));
    }

    private static double mean(JsonNode figures) {
        return figures.path("paperReward").path("mean").asDouble(Double.NaN);
    }

    @Test
    void whatIsMissingIsNamed() {
        var line = new TestCommandLine(folder);
        assertThat(line.run(("train --scenario catch-up --decisions 1 --out " + run()).split(" ")))
                .isEqualTo(2);
        assertThat(line.text()).contains("--algorithm: 'nothing' cannot be used; give it here or in a recipe");
    }

    @Test
    void aNumberOfSeedsOutOfBoundsIsRefusedByTheNameOfItsOption() {
        var line = new TestCommandLine(folder);
        String command = "train --scenario catch-up --algorithm dppo --decisions 1 --validation-seeds 3 --out " + run();
        assertThat(line.run(command.split(" "))).isEqualTo(2);
        assertThat(line.text()).contains("--validation-seeds: '3' cannot be used; give 0 for none");
    }

    private static String figures(String text, String controller) {
        return text.lines()
                .filter(line -> line.startsWith(controller))
                .map(line -> line.substring(RULE.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}

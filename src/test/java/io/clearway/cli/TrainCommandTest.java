package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

package io.clearway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.cli.report.ReportedRuns.Requested;
import io.clearway.training.SelectionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command that repeats a run. */
class ReportedRunsTest {
    private static String command(Optional<SelectionSettings> selection) {
        Origin origin = new Origin("ring", Map.of("scatter", 0.5), "dppo", Map.of("clip", 0.2), 3);
        return ReportedRuns.of("a run", origin, new Requested(9000, selection), List.of(), List.of(), Map.of())
                .command();
    }

    @Test
    void itNamesHowTheFinalPolicyIsChosen() {
        assertThat(command(Optional.of(new SelectionSettings(8, 2))))
                .isEqualTo("./clearway train --scenario ring --algorithm dppo --seed 3 --decisions 9000"
                        + " --validation-seeds 8 --candidates 2 --out repeated-dppo-ring-3"
                        + " --scenario-set scatter=0.5 --set clip=0.2");
    }

    @Test
    void whatIsNotKnownIsLeftToTheDefaults() {
        assertThat(command(Optional.empty())).contains("--decisions 9000 --out").doesNotContain("candidates");
    }
}

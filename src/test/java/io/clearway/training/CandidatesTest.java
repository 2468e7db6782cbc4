package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.algorithm.Checkpoint.Progress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final Origin ORIGIN = new Origin("s", Map.of(), "a", Map.of(), 1);

    private final Candidates four = new Candidates(new SelectionSettings(16, 4), 1000);

    private static List<Checkpoint> after(int... decisions) {
        return IntStream.of(decisions)
                .mapToObj(done -> new Checkpoint(ORIGIN, new Progress(done, done, done), new byte[0]))
                .toList();
    }

    private List<Integer> among(int... decisions) {
        return four.among(after(decisions)).stream()
                .map(checkpoint -> checkpoint.progress().decisions())
                .toList();
    }

    @Test
    void aRoundThatCompletesAShareOfTheRunMakesOne() {
        assertThat(four.areMadeBy(0, 249)).isFalse();
        assertThat(four.areMadeBy(249, 250)).isTrue();
        assertThat(four.areMadeBy(250, 499)).isFalse();
        assertThat(four.areMadeBy(900, 1100))
                .as("the last round may go beyond the end")
                .isTrue();
    }

    @Test
    void withoutValidationSeedsThereAreNone() {
        assertThat(new Candidates(SelectionSettings.NONE, 1000).areMadeBy(900, 1000))
                .isFalse();
    }

    @Test
    void theLastIsAlwaysAmongThem() {
        assertThat(among(1010, 260, 510, 760)).containsExactly(260, 510, 760, 1010);
        assertThat(among(1010)).containsExactly(1010);
    }

    @Test
    void thePolicyThatTheRunBeganWithIsOne() {
        assertThat(among(0, 250, 500, 750, 1000)).containsExactly(0, 250, 500, 750, 1000);
    }

    @Test
    void withoutAChoiceTheLastIsTaken() {
        var none = new Candidates(SelectionSettings.NONE, 1000);
        assertThat(none.among(after(0, 1000)))
                .extracting(checkpoint -> checkpoint.progress().decisions())
                .containsExactly(1000);
    }

    @Test
    void aRunThatWasExtendedTakesTheFirstOfEachShare() {
        assertThat(among(100, 200, 300, 400, 550, 775, 1000)).containsExactly(300, 550, 775, 1000);
    }
}

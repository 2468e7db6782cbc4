package io.clearway.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("grid-5x5", "monaco", "figure-eight", "max-pressure", "episodesPerRound", "meanQueueVehicles");

    @ParameterizedTest
    @CsvSource({
        "gird-5x5, grid-5x5",
        "grid5x5, grid-5x5",
        "Monaco, monaco",
        "monacco, monaco",
        "max-presure, max-pressure",
        "episodePerRounds, episodesPerRound",
        "figure, figure-eight",
        "meanQueue, meanQueueVehicles"
    })
    void aNameThatIsNearlyRightIsRecognized(String given, String meant) {
        assertThat(Suggestion.of(given, KNOWN)).contains(meant);
        assertThat(Suggestion.oneOf(given, KNOWN)).startsWith("did you mean '" + meant + "'? use one of: grid-5x5,");
    }

    @Test
    void nothingIsSuggestedForWhatIsLikeNothing() {
        assertThat(Suggestion.of("dqn", KNOWN)).isEmpty();
        assertThat(Suggestion.of("m", KNOWN)).isEmpty();
        assertThat(Suggestion.oneOf("dqn", KNOWN)).startsWith("use one of: ");
    }
}

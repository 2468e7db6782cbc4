package io.clearway.sumo.traci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of SUMO in sentences. */
class CommandErrorsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Lane 'x' is not known, Lane 'x' is not known",
                "Lane 'x' is not knownLane 'x' is not known, Lane 'x' is not known",
                "Lane 'x' is not knownLane 'y' is not known, Lane 'x' is not known; Lane 'y' is not known",
                "Lane 'Lane ' of Lane a is odd, Lane 'Lane ' of Lane a is odd",
                "odd, odd",
            })
    void eachSentenceIsSaidOnce(String error, String rendered) {
        assertThat(CommandErrors.once(error)).isEqualTo(rendered);
    }
}

package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTransitionTest {
    @ParameterizedTest
    @CsvSource({
        "GGgrrrGGgrrr, rrrGrGrrrGrG, yyyrrryyyrrr",
        "rrrGrGrrrGrG, rrrGGrrrrGGr, rrrGryrrrGry",
        "rrrGGrrrrGGr, GGgrrrGGgrrr, rrryyrrrryyr",
        "rrrGGGrrrrrr, rrrrrrrrrGGG, rrryyyrrrrrr",
        "rrrGrGrrrGrG, rrrGGGrrrrrr, rrrGrGrrryry",
        "Gg, gr, gy"
    })
    void losersShowYellowWhileWinnersWaitInRed(String shown, String next, String expected) {
        assertThat(between(shown, next)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"GGrr, GGrr", "rGrr, GGrr", "gGrr, GGrr"})
    void nothingThatTurnsRedNeedsNoTransition(String shown, String next) {
        assertThat(between(shown, next)).isEmpty();
    }

    @Test
    void phasesOfDifferentSignalsHaveNoTransition() {
        assertThatThrownBy(() -> between("Gr", "rGr"))
                .hasMessageContaining("'Gr'")
                .hasMessageContaining("'rGr'");
    }

    @Test
    void yellowIsNoPhase() {
        assertThatThrownBy(() -> new Phase("Gyr")).hasMessageContaining("Gyr");
    }

    private static Optional<String> between(String shown, String next) {
        return PhaseTransition.between(new Phase(shown), new Phase(next));
    }
}

package io.clearway.signal;

import static io.clearway.signal.Junction.BOTH;
import static io.clearway.signal.Junction.NORTH;
import static io.clearway.signal.Junction.SOUTH;
import static io.clearway.signal.Junction.WEST;
import static io.clearway.signal.Junction.play;
import static io.clearway.signal.Junction.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.signal.SafetyEnvelope.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyEnvelopeTest {
    @Test
    void whoLosesGreenShowsItsOwnYellowAndWhoGainsItWaitsForTheLongestIntergreen() {
        // 4 s of yellow at 0 and 3 s at 1; 2 waits for 7 s after 0
        assertThat(play(settled(NORTH), WEST, 9)).isEqualTo("yyrrrr 3, yrrrrr 1, rrrrrr 3, rrGrrG 2");
    }

    @Test
    void theIntergreenIsThatOfThePairAndNotTheLongestOfTheSignal() {
        assertThat(play(settled(SOUTH), WEST, 7)).isEqualTo("rrryrG 3, rrrrrG 2, rrGrrG 2");
        assertThat(play(settled(WEST), NORTH, 7)).isEqualTo("rryrry 3, rrrrrr 2, GGrrrr 2");
    }

    @Test
    void whatKeepsItsGreenGoesOn() {
        assertThat(play(settled(SOUTH), WEST, 6)).doesNotContain("rrrrrr");
        assertThat(play(settled(BOTH), SOUTH, 1)).isEqualTo("yyrGrg 1");
    }

    @Test
    void pedestriansGoToRedAtOnceAndTheirClearanceIsTheWalks() {
        // 5 gains priority 8 s after the walk's end; the yellows of 0 and 1 are over before
        assertThat(play(settled(BOTH), SOUTH, 10)).isEqualTo("yyrGrg 3, yrrGrg 1, rrrGrg 4, rrrGrG 2");
    }

    @Test
    void aTurnGainsPriorityOnlyWhenTheOncomingTrafficHasCleared() {
        SafetyEnvelope envelope =
                new SafetyEnvelope(Junction.conflicts(), Junction.timing(0), "rgrGrr", new Phase("rgrGrr"));
        play(envelope, new Phase("rgrGrr"), 60);
        assertThat(play(envelope, new Phase("rGrrrr"), 7)).isEqualTo("rgryrr 3, rgrrrr 2, rGrrrr 2");
    }

    @Test
    void priorityIsGivenUpAtOnce() {
        SafetyEnvelope envelope = settled(new Phase("rGrrrr"));
        assertThat(play(envelope, new Phase("rgrGrr"), 2)).isEqualTo("rgrGrr 2");
        SafetyEnvelope other = settled(NORTH);
        assertThat(play(other, new Phase("rgrGrr"), 6)).isEqualTo("ygrrrr 4, rgrGrr 2");
    }

    @Test
    void aGreenLastsItsMinimum() {
        SafetyEnvelope envelope = settled(WEST);
        assertThat(play(envelope, BOTH, 5)).isEqualTo("rryrrg 3, rrrrrg 2");
        assertThat(envelope.tick(BOTH)).isEqualTo("GgrGGg");
        assertThat(envelope.refusal(SOUTH)).contains(Refusal.MINIMUM_GREEN);
        // six more seconds of the walk, of which two movements need five
        assertThat(play(envelope, SOUTH, 7)).isEqualTo("GgrGGg 6, yyrGrg 1");
    }

    @Test
    void theMinimumOfAGreenThatGoesOnDoesNotHold() {
        SafetyEnvelope envelope = settled(SOUTH);
        play(envelope, WEST, 6);
        assertThat(envelope.shown()).isEqualTo("rrGrrG");
        assertThat(envelope.refusal(SOUTH)).contains(Refusal.MINIMUM_GREEN);
        assertThat(play(settled(SOUTH), new Phase("rrrrrG"), 1)).isEqualTo("rrryrG 1");
    }

    @Test
    void aChangeThatHasBegunIsCompleted() {
        SafetyEnvelope envelope = settled(NORTH);
        play(envelope, WEST, 1);
        assertThat(envelope.isChanging()).isTrue();
        assertThat(envelope.refusal(NORTH)).contains(Refusal.CHANGING);
        assertThat(envelope.target()).isEqualTo(WEST);
        assertThat(play(envelope, NORTH, 7)).isEqualTo("yyrrrr 2, yrrrrr 1, rrrrrr 3, rrGrrG 1");
        assertThat(envelope.isChanging()).isFalse();
        assertThat(play(envelope, NORTH, 6)).isEqualTo("rrGrrG 5, rryrry 1");
    }

    @ParameterizedTest
    @CsvSource({"GGr, WRONG_LENGTH", "GrGrrr, CONFLICT", "rGrGrr, CONFLICT", "rrrrGG, CONFLICT"})
    void aRequestThatMayNotBeShownIsIgnored(String requested, Refusal why) {
        SafetyEnvelope envelope = settled(NORTH);
        assertThat(envelope.refusal(new Phase(requested))).contains(why);
        assertThat(play(envelope, new Phase(requested), 20)).isEqualTo("GGrrrr 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GrGrrr", "Gr"})
    void aFirstStageThatMayNotBeShownIsRefusedAtOnce(String stage) {
        assertThatThrownBy(() -> Junction.envelope("rrrrrr", new Phase(stage)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + stage + "'");
        assertThatThrownBy(() -> Junction.envelope("rrrrrr", new Phase("GrGrrr")))
                .hasMessageContaining("0 and 2");
        assertThatThrownBy(() -> Junction.envelope("rrrrrr", new Phase("Gr"))).hasMessageContaining("6 lights");
    }

    @Test
    void whatIsShownAtTheStartCountsAsJustBegunOrJustEnded() {
        SafetyEnvelope envelope = Junction.envelope("GGrrrr", WEST);
        assertThat(play(envelope, WEST, 14)).isEqualTo("GGrrrr 6, yyrrrr 3, yrrrrr 1, rrrrrr 3, rrGrrG 1");
        assertThat(play(Junction.envelope("yyrrrr", WEST), WEST, 9))
                .isEqualTo("yyrrrr 3, yrrrrr 1, rrrrrr 4, rrGrrG 1");
    }

    @Test
    void fromAStageThatSomebodyElseSetItLeadsBackByTheRules() {
        SafetyEnvelope envelope = settled(NORTH);
        envelope.override("rrGrrG");
        assertThat(envelope.shown()).isEqualTo("rrGrrG");
        assertThat(envelope.isChanging()).isTrue();
        assertThat(play(envelope, NORTH, 13)).isEqualTo("rrGrrG 6, rryrry 3, rrrrrr 2, GGrrrr 2");
    }

    @Test
    void conflictingGreensThatSomebodyElseSetAllEndAtOnce() {
        SafetyEnvelope envelope = settled(NORTH);
        envelope.override("GGGGGG");
        assertThat(play(envelope, NORTH, 9)).isEqualTo("yyyyry 3, yrrrrr 1, rrrrrr 4, GGrrrr 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', GGrrrr 16",
        "xx, GGrrrr 16",
        "oooooo, rrrrrr 1 GGrrrr 15",
        "GGrrrrrrrrrr, GGrrrr 16",
        "GgryGg, GgrrGg 7 Ggrrry 3 Ggrrrr 5 GGrrrr 1",
        "ururrr, GGrrrr 16",
        "rrrrGr, rrrrGr 7 rrrrrr 8 GGrrrr 1"
    })
    void fromAnyTextThatSomebodyElseSetItLeadsBack(String observed, String expected) {
        SafetyEnvelope envelope = settled(NORTH);
        envelope.override(observed);
        assertThat(play(envelope, NORTH, 16).replace(",", "")).isEqualTo(expected);
    }
}

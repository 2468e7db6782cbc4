package io.clearway.scenario.pandemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.scenario.pandemic.town.PlaceKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegulationsTest {
    @ParameterizedTest
    @CsvSource({
        "AUSTIN, 0, false, 1,      0,     -1, -1, ''",
        "AUSTIN, 1, true,  0.802,  0,     50, 25, ''",
        "AUSTIN, 2, true,  0.4852, 0.3,   25, 10, 'school hair-salon'",
        "AUSTIN, 3, true,  0.4852, 0.5,    0,  0, 'school hair-salon restaurant bar'",
        "AUSTIN, 4, true,  0.4852, 0.7,    0,  0, 'office school retail-store hair-salon restaurant bar'",
        "SWEDEN, 0, false, 1,      0,     -1, -1, ''",
        "SWEDEN, 1, true,  0.802,  0.139, 50, 50, ''"
    })
    void stagesDemandWhatWasPublished(
            RuleBook book, int stage, boolean home, double caution, double distancing, int low, int high, String shut) {
        Measures measures = Measures.everywhere(book, stage);
        Stage demanded = measures.forPersons();
        assertThat(demanded.stayHomeIfSick()).isEqualTo(home);
        // hygiene 0.8, masks 0.6 on top, 99 % comply
        assertThat(demanded.caution()).isCloseTo(caution, within(1e-12));
        assertThat(demanded.gatheringFor(false)).isEqualTo(low < 0 ? Integer.MAX_VALUE : low);
        assertThat(demanded.gatheringFor(true)).isEqualTo(high < 0 ? Integer.MAX_VALUE : high);
        assertThat(Arrays.stream(PlaceKind.values())
                        .filter(measures::shut)
                        .map(PlaceKind::word)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(shut);
        assertThat(measures.contacts(PlaceKind.BAR).members()).isCloseTo(0.7 * (1 - distancing), within(1e-12));
        assertThat(measures.contacts(PlaceKind.SCHOOL).leastMembers()).isEqualTo(5);
    }

    @Test
    void theStageOfAKindOfPlaceIsForItsPlacesAndThatOfThePopulationForPersons() {
        int[] stages = new int[Measures.agents()];
        // the last kind of place, before the population
        stages[stages.length - 2] = 4;
        Measures bars = new Measures(RuleBook.AUSTIN, stages);
        assertThat(bars.shut(PlaceKind.BAR)).isTrue();
        assertThat(bars.shut(PlaceKind.RESTAURANT)).isFalse();
        assertThat(bars.contacts(PlaceKind.HOME)).isEqualTo(PlaceKind.HOME.contacts());
        assertThat(bars.forPersons().masks()).isFalse();
        stages[stages.length - 1] = 2;
        assertThat(new Measures(RuleBook.AUSTIN, stages).forPersons().masks()).isTrue();
        assertThat(bars.populationStage()).isZero();
    }

    /** 12 critical, 5 beds, stages 2 everywhere after 1: all terms by hand; (2/4)^1.5 = 0.353553. */
    @Test
    void theRewardIsThatOfTheFormula() {
        int[] one = new int[10];
        int[] two = new int[10];
        Arrays.fill(one, 1);
        Arrays.fill(two, 2);
        PandemicReward reward = new PandemicReward(5);
        assertThat(reward.of(12, two, one)).isCloseTo(-0.4 * 1.4 - 0.1 * 3.53553390593 - 0.02, within(1e-9));
        assertThat(reward.of(20, two, two)).isCloseTo(-0.4 * 3 - 1 / 3.0 - 0.353553390593, within(1e-9));
        assertThat(reward.of(5, new int[10], new int[10])).isZero();
        assertThat(reward.of(0, new int[] {4, 0}, new int[] {0, 1})).isCloseTo(-0.1 - 0.02 * 2.5, within(1e-12));
    }

    @Test
    void schedulesFollowThePublishedDays() {
        assertThat(changes(Schedule.easing(4, 30, 0))).containsExactly("0:4", "30:0");
        assertThat(changes(Schedule.easing(4, 30, 5))).containsExactly("0:4", "30:3", "35:2", "40:1", "45:0");
        assertThat(changes(Schedule.easing(4, 30, 20))).containsExactly("0:4", "30:3", "50:2", "70:1", "90:0");
        assertThat(changes(Schedule.always(3))).containsExactly("0:3");
    }

    private static List<String> changes(Schedule schedule) {
        return IntStream.range(0, 120)
                .filter(day -> day == 0 || schedule.stage(day) != schedule.stage(day - 1))
                .mapToObj(day -> day + ":" + schedule.stage(day))
                .toList();
    }
}

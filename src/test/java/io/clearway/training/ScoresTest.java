package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.metric.Metric;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.Selection.Difference;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static List<EpisodeResult> results(Metric metric, double... values) {
        return Stream.iterate(0, i -> i < values.length, i -> i + 1)
                .map(i -> new EpisodeResult("c", i, Map.of(metric, values[i]), EpisodeDetails.NONE, "none", "h"))
                .toList();
    }

    @Test
    void lessTimeInSystemIsBetterAndAHigherScore() {
        assertThat(Scores.of(results(Metric.TIME_IN_SYSTEM, 5, 6, 1, 2, 9, 9), 2)
                        .best())
                .isEqualTo(1);
        assertThat(Scores.of(results(Metric.PAPER_REWARD, 5, 6, 1, 2, 9, 9), 2).best())
                .isEqualTo(2);
    }

    @Test
    void ofEqualPoliciesTheLastIsTheBest() {
        assertThat(Scores.of(results(Metric.MEAN_QUEUE, 1, 2, 2, 1), 2).best()).isEqualTo(1);
    }

    @Test
    void aDifferenceIsPairedBySeed() {
        Scores scores = Scores.of(results(Metric.TIME_IN_SYSTEM, 90, 190, 290, 100, 200, 300), 3);
        assertThat(scores.difference(0, 1)).isEqualTo(new ConfidenceInterval(-10, 0, 3));
        assertThat(scores.criterion().favorsFirst(scores.difference(0, 1))).isTrue();
        assertThat(scores.criterion().favorsFirst(scores.difference(1, 0))).isFalse();
    }

    @Test
    void aDifferenceWithinChanceFavorsNobody() {
        Scores scores = Scores.of(results(Metric.TIME_IN_SYSTEM, 90, 205, 290, 100, 200, 300), 3);
        assertThat(scores.difference(0, 1).mean()).isEqualTo(-5);
        assertThat(scores.criterion().favorsFirst(scores.difference(0, 1))).isFalse();
        assertThat(scores.criterion().favorsFirst(scores.difference(1, 0))).isFalse();
    }

    @Test
    void aScenarioThatMeasuresNothingToChooseByIsToldWhatToDo() {
        assertThatThrownBy(() -> Scores.of(results(Metric.LOADED, 1, 2), 1))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("validationSeeds")
                .hasMessageContaining("give 0");
    }

    @Test
    void theSentenceHasDifferenceUnitAndSeeds() {
        var hours = new Difference("timeInSystemVehicleHours", 12.4, 30.2);
        assertThat(new Selection("gating", true, 40, 4, 8, hours).text())
                .isEqualTo("kept the rule gating: no checkpoint was better, difference +12 ± 30 veh·h on 8 validation"
                        + " seeds");
        assertThat(new Selection("gating", false, 40, 4, 8, new Difference("timeInSystemVehicleHours", -52, 8.45))
                        .text())
                .isEqualTo("took the checkpoint of round 40: better than the rule gating, difference -52.0 ± 8.4 veh·h"
                        + " on 8 validation seeds");
    }
}

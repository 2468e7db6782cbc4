package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clearway.scenario.atsc.AtscSettings.ControlKind;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtscSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "observation, pixels, paper or full",
        "observation, PAPER, paper or full",
        "reward, queue, paper or area",
        "demand, random, paper or varied",
        "control, nobody, agents or program"
    })
    void anUnknownWordNamesTheFieldAndTheWordsAllowed(String field, String given, String allowed) {
        refused(field, given, allowed);
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "-5", "125"})
    void theMinimumGreenKeepsToTheGridOfDecisions(int given) {
        refused("minimumGreenSeconds", given, "multiple of 5 from 5 to 120");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "4.1", "NaN"})
    void theDemandScaleIsPositiveAndBounded(double given) {
        refused("demandScale", given, "above 0 and up to 4");
    }

    @Test
    void aWrongTypeAndAnUnknownFieldAreNamed() {
        refused("minimumGreenSeconds", "soon", "type");
        refused("yellow", 3, "no such setting");
    }

    @Test
    void rulesMeetTheSameTrafficThroughThePapersInterface() {
        AtscSettings given = new AtscSettings("full", "area", 15, "varied", 1.2, "agents");
        assertThat(given.forRule(ControlKind.PROGRAM))
                .isEqualTo(new AtscSettings("paper", "paper", 5, "varied", 1.2, "program"));
    }

    private static void refused(String field, Object given, String mend) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> new Settings(Map.of(field, given)).over(AtscSettings.DEFAULTS))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo(field);
                    assertThat(complaint.given()).isEqualTo(String.valueOf(given));
                    assertThat(complaint.mend().replace("'", "")).contains(mend);
                });
    }
}

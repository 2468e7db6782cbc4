package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.setting.InvalidSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionSettingsTest {
    @ParameterizedTest
    @CsvSource({"0,1", "4,1", "1000,50"})
    void theBoundsAreIncluded(int validationSeeds, int candidates) {
        assertThat(new SelectionSettings(validationSeeds, candidates).wanted()).isEqualTo(validationSeeds > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,4,validationSeeds",
        "3,4,validationSeeds",
        "1001,4,validationSeeds",
        "8,0,candidates",
        "8,51,candidates"
    })
    void whatIsBeyondThemIsNamed(int validationSeeds, int candidates, String field) {
        assertThatThrownBy(() -> new SelectionSettings(validationSeeds, candidates))
                .isInstanceOfSatisfying(
                        InvalidSetting.class,
                        complaint -> assertThat(complaint.field()).isEqualTo(field));
    }
}

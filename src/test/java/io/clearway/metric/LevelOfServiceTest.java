package io.clearway.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelOfServiceTest {
    @ParameterizedTest
    @CsvSource({"0,A", "10,A", "10.1,B", "20,B", "35,C", "35.01,D", "55,D", "80,E", "80.1,F", "Infinity,F", "NaN,F"})
    void gradesAsTheManual(double seconds, LevelOfService grade) {
        assertThat(LevelOfService.of(seconds)).isEqualTo(grade);
    }
}

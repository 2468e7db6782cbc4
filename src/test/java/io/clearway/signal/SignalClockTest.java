package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignalClockTest {
    @Test
    void ageCountsFromTheLastChangeAndRedFromTheLastGreen() {
        var clock = new SignalClock("Gr", 100);
        clock.observe("Gr", 104);
        assertThat(clock.ageSeconds()).isEqualTo(4);
        assertThat(clock.redSeconds(0)).isZero();
        assertThat(clock.redSeconds(1)).isEqualTo(4);
        clock.observe("yr", 110);
        clock.observe("rG", 113);
        clock.observe("rG", 120);
        assertThat(clock.state()).isEqualTo("rG");
        assertThat(clock.ageSeconds()).isEqualTo(7);
        assertThat(clock.redSeconds(0)).isEqualTo(10);
        assertThat(clock.redSeconds(1)).isZero();
    }

    @Test
    void timeNeverRunsBackwardsAndASignalKeepsItsSize() {
        var clock = new SignalClock("Gr", 100);
        assertThatThrownBy(() -> clock.observe("Gr", 99)).hasMessageContaining("99");
        assertThatThrownBy(() -> clock.observe("Grr", 101)).hasMessageContaining("Grr");
    }
}

package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WaitClockTest {
    private final WaitClock clock = new WaitClock(2);

    @Test
    void aWaitCountsFromTheObservationBefore() {
        clock.observe(100, index -> false, index -> false);
        clock.observe(130, index -> false, index -> index == 1);
        clock.observe(135, index -> false, index -> index == 1);
        assertThat(clock.waitedSeconds(0)).isZero();
        assertThat(clock.waitedSeconds(1)).isEqualTo(35);
    }

    @Test
    void whoWasSeenOnceCountsUntilGreen() {
        clock.observe(0, index -> false, index -> true);
        clock.observe(5, index -> false, index -> true);
        clock.observe(9, index -> false, index -> false);
        assertThat(clock.waitedSeconds(0)).isEqualTo(9);
        clock.observe(12, index -> index == 0, index -> index == 0);
        assertThat(clock.waitedSeconds(0)).isZero();
        assertThat(clock.waitedSeconds(1)).isEqualTo(12);
        clock.observe(20, index -> false, index -> false);
        assertThat(clock.waitedSeconds(0)).isZero();
    }

    @Test
    void anObservationInThePastIsRefused() {
        clock.observe(10, index -> false, index -> true);
        assertThatThrownBy(() -> clock.observe(9, index -> false, index -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9.0 s does not follow one at 10.0 s");
    }
}

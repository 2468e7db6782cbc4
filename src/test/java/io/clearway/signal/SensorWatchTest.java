package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SensorWatchTest {
    private static final double MAXIMUM_RED = 100;
    private final SensorWatch watch = new SensorWatch(3);

    /** Index 0 is called every 20 s, index 1 every 60 s, index 2 never, for ten minutes. */
    SensorWatchTest() {
        for (int second = 0; second <= 600; second++) {
            int now = second;
            watch.observe(
                    second,
                    index -> false,
                    index -> false,
                    index -> (index == 0 && now % 20 == 10) || (index == 1 && now % 60 == 30));
        }
    }

    @Test
    void aBusySensorIsMissedAtTheMaximumRed() {
        // five calls take 100 s
        assertThat(watch.isSuspect(0, 99, MAXIMUM_RED)).isFalse();
        assertThat(watch.isSuspect(0, 100, MAXIMUM_RED)).isTrue();
    }

    @Test
    void theTimeOfADeadSensorDoesNotCountAsRareCalls() {
        for (int red = 0; red < 20; red++) {
            for (int second = 0; second < 200; second++) {
                int passed = second;
                watch.observe(601 + 200 * red + second, index -> false, index -> passed >= 100, index -> false);
            }
        }
        assertThat(watch.isSuspect(0, 100, MAXIMUM_RED)).isTrue();
    }

    @Test
    void redsWithoutACallDoCount() {
        for (int second = 601; second <= 3600; second++) {
            int now = second;
            watch.observe(second, index -> now % 50 == 0, index -> false, index -> false);
        }
        // 30 calls in an hour
        assertThat(watch.isSuspect(0, 390, MAXIMUM_RED)).isFalse();
    }

    @Test
    void whoeverComesRarelyIsMissedLater() {
        // ten calls in 570 s
        assertThat(watch.isSuspect(1, 284, MAXIMUM_RED)).isFalse();
        assertThat(watch.isSuspect(1, 285, MAXIMUM_RED)).isTrue();
    }

    @Test
    void aSensorThatNeverReportedIsLookedAfterNowAndThen() {
        assertThat(watch.isSuspect(2, 399, MAXIMUM_RED)).isFalse();
        assertThat(watch.isSuspect(2, 400, MAXIMUM_RED)).isTrue();
    }
}

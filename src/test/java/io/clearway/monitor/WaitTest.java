package io.clearway.monitor;

import static io.clearway.monitor.Junction.MAXIMUM_RED;
import static io.clearway.monitor.Trip.Kind.FROZEN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever waits at red gets green before the maximum red and the grace have passed. */
class WaitTest {
    private static final int LIMIT = MAXIMUM_RED + SignalMonitor.GRACE_SECONDS;

    @Test
    void waitingForTheMaximumRedAndTheGracePassesAndLongerTrips() {
        Watch watch = Watch.of().shows("rGrrr", LIMIT + 1, WaitTest::walker);
        assertThat(watch.kind()).isEmpty();
        watch.shows("rGrrr", 1, WaitTest::walker);
        assertThat(watch.kind()).contains(FROZEN);
        assertThat(watch.description())
                .isEqualTo("somebody has waited at index 3 for 76 s; its maximum red is 60 s, with 15 s of grace");
    }

    @Test
    void aRedAtWhichNobodyWaitsMayLast() {
        assertThat(Watch.of().shows("rGrrr", 10 * LIMIT).kind()).isEmpty();
    }

    @Test
    void onlyTheWaitCountsAndNotTheRedBeforeIt() {
        Watch watch = Watch.of().shows("rGrrr", 10 * LIMIT).shows("rGrrr", LIMIT, WaitTest::walker);
        assertThat(watch.kind()).isEmpty();
    }

    @Test
    void aGreenEndsTheWait() {
        Watch watch = Watch.of().shows("rrrrr", LIMIT, WaitTest::walker).shows("rrrGr", 9, WaitTest::walker);
        assertThat(watch.shows("rrrrr", LIMIT, WaitTest::walker).kind()).isEmpty();
    }

    @Test
    void changesOfOtherIndicesDoNotEndTheWait() {
        Watch watch = Watch.of();
        for (int times = 0; times < LIMIT; times += 2) {
            watch.shows("rrrrg", 1, WaitTest::walker).shows("rrrrG", 1, WaitTest::walker);
        }
        assertThat(watch.shows("rrrrG", 2, WaitTest::walker).kind()).contains(FROZEN);
    }

    @Test
    void yellowIsNoEndOfTheWait() {
        Watch watch = Watch.of().shows("Grrrr", 9).shows("yrrrr", LIMIT + 2, index -> index == 0);
        assertThat(watch.kind()).contains(FROZEN);
    }

    @Test
    void aWaitIsCountedAnewAfterAReset() {
        Watch watch = Watch.of().shows("rGrrr", LIMIT + 2, WaitTest::walker).resets();
        assertThat(watch.shows("rGrrr", LIMIT, WaitTest::walker).kind()).isEmpty();
        assertThat(watch.shows("rGrrr", 3, WaitTest::walker).kind()).contains(FROZEN);
    }

    private static boolean walker(int index) {
        return index == 3;
    }
}

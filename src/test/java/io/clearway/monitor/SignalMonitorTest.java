package io.clearway.monitor;

import static io.clearway.monitor.Junction.YELLOW;
import static io.clearway.monitor.Trip.Kind.CONFLICTING_GREEN;
import static io.clearway.monitor.Trip.Kind.DARK;
import static io.clearway.monitor.Trip.Kind.MISSING_YELLOW;
import static io.clearway.monitor.Trip.Kind.SHORT_CLEARANCE;
import static io.clearway.monitor.Trip.Kind.SHORT_YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Latch, reset, and time that does not go on as it should. */
class SignalMonitorTest {
    private static final String ALPHABET = "ryYgGsuoOx?\u00e9";

    @Test
    void theFirstTripStays() {
        Watch watch =
                Watch.of().shows("Grrrr", 9).shows("rrrrr", 1).shows("GGrrr", 1).shows("ooooo", 5);
        assertThat(watch.kind()).contains(MISSING_YELLOW);
        assertThat(watch.monitor.trip().orElseThrow().seconds()).isEqualTo(110);
        assertThat(watch.monitor.observe("Grrrr", watch.seconds() + 1, index -> false))
                .isEqualTo(watch.monitor.trip());
    }

    @Test
    void aResetEndsTheTrip() {
        Watch watch = Watch.of().shows("GGrrr", 5).shows("rrrrr", 5).resets();
        assertThat(watch.kind()).isEmpty();
        assertThat(watch.shows("rrrrr", 5).kind()).isEmpty();
    }

    @Test
    void aFaultThatGoesOnAfterTheResetTripsAgain() {
        Watch watch = Watch.of().shows("GGrrr", 5).resets();
        assertThat(watch.shows("GGrrr", 1).kind()).contains(CONFLICTING_GREEN);
        assertThat(Watch.of().shows("ooooo", 5).resets().shows("ooooo", 1).kind())
                .contains(DARK);
    }

    @Test
    void theClocksGoOnDuringTheTrip() {
        Watch watch = Watch.of()
                .shows("rrrrr", 1)
                .shows("GGrrr", 5)
                .shows("yyrrr", YELLOW)
                .shows("rrrrr", 1);
        assertThat(watch.resets().shows("rGrrr", 1).kind()).contains(SHORT_CLEARANCE);
    }

    @Test
    void theChangeAfterTheResetIsChecked() {
        Watch watch = Watch.of().shows("ooooo", 1).shows("Grrrr", 9).resets();
        assertThat(watch.shows("rrrrr", 1).kind()).contains(MISSING_YELLOW);
    }

    @Test
    void whatIsShownUntilTheSecondOfTheResetDoesNotTrip() {
        Watch watch = Watch.of().shows("ooooo", 5);
        watch.monitor.reset(watch.seconds() + 1);
        assertThat(watch.shows("ooooo", 1).kind()).isEmpty();
        assertThat(watch.shows("ooooo", 1).kind()).contains(DARK);
    }

    @Test
    void aResetInTheFarFutureDoesNotBlindTheMonitor() {
        Watch watch = Watch.of().shows("ooooo", 5);
        watch.monitor.reset(1e9);
        assertThat(watch.shows("rrrrr", 1).shows("GGrrr", 1).kind()).contains(CONFLICTING_GREEN);
    }

    @Test
    void timesAreNotCheckedAcrossMissedSeconds() {
        assertThat(Watch.of().shows("Grrrr", 9).misses(1).shows("rrrrr", 1).kind())
                .isEmpty();
        assertThat(Watch.of()
                        .shows("Grrrr", 9)
                        .shows("yrrrr", 1)
                        .misses(1)
                        .shows("yrrrr", 1)
                        .shows("rrrrr", 1)
                        .kind())
                .isEmpty();
        assertThat(Watch.of()
                        .shows("Grrrr", 9)
                        .shows("yrrrr", 2)
                        .shows("rrrrr", 1)
                        .kind())
                .contains(SHORT_YELLOW);
    }

    @Test
    void conflictingGreensTripAfterMissedSecondsToo() {
        assertThat(Watch.of().shows("Grrrr", 9).misses(50).shows("GGrrr", 1).kind())
                .contains(CONFLICTING_GREEN);
    }

    @Test
    void aSecondIsTakenOnce() {
        SignalMonitor monitor = Watch.of().monitor;
        monitor.observe("Grrrr", 7, index -> false);
        monitor.observe("GGrrr", 7, index -> false);
        assertThat(monitor.trip()).isEmpty();
        assertThat(monitor.observe("GGrrr", 8, index -> false)).isPresent();
    }

    @Test
    void whoeverClearsAConflictAfterAResetMayEndItsGreensAtOnce() {
        Watch watch = Watch.of().shows("Grrrr", 60).shows("GGrrr", 1).resets();
        assertThat(watch.shows("yyrrr", 1).kind()).isEmpty();
    }

    @Test
    void aShortGreenAfterAResetIsFoundWhereNothingConflicts() {
        Watch watch = Watch.of().shows("rrrrr", 60).shows("Grrrr", 1).resets();
        assertThat(watch.shows("yrrrr", 1).kind()).contains(Trip.Kind.SHORT_GREEN);
    }

    @Test
    void timeThatGoesBackBeginsAnew() {
        SignalMonitor monitor = Watch.of().monitor;
        monitor.observe("Grrrr", 700, index -> false);
        assertThat(monitor.observe("rrrrr", 1, index -> false)).isEmpty();
        assertThat(monitor.observe("GGrrr", 2, index -> false)).isPresent();
    }

    @Test
    void aTimeThatIsNoNumberIsSurvived() {
        SignalMonitor monitor = Watch.of().monitor;
        assertThat(monitor.observe("Grrrr", Double.NaN, index -> true)).isEmpty();
        assertThat(monitor.observe("rrrrr", Double.NaN, index -> true)).isEmpty();
        assertThat(monitor.observe("GGrrr", Double.NaN, index -> true)).isPresent();
    }

    @Test
    void shorterStepsThanASecondAddUp() {
        SignalMonitor monitor = Watch.of().monitor;
        double seconds = 100;
        monitor.observe("Grrrr", seconds, index -> false);
        for (int step = 0; step < 10 * YELLOW; step++) {
            seconds += 0.1;
            assertThat(monitor.observe("yrrrr", seconds, index -> false)).isEmpty();
        }
        assertThat(monitor.observe("rrrrr", seconds + 0.1, index -> false)).isEmpty();
    }

    @Test
    void anythingIsSurvived() {
        Random random = new Random(13);
        SignalMonitor monitor = Watch.of().monitor;
        int trips = 0;
        for (int second = 0; second < 20_000; second++) {
            StringBuilder state = new StringBuilder();
            int length = random.nextInt(10) == 0 ? random.nextInt(9) : 5;
            while (state.length() < length) {
                state.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            double seconds = second + random.nextInt(3) - 1;
            if (monitor.observe(state.toString(), seconds, index -> random.nextBoolean())
                    .isPresent()) {
                trips++;
                monitor.reset(seconds);
            }
        }
        assertThat(trips).isGreaterThan(5_000);
    }
}

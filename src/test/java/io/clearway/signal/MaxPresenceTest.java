package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.signal.MaxPresence.Reading;
import io.clearway.signal.MaxPresence.Service;
import org.junit.jupiter.api.Test;

class MaxPresenceTest {
    private static final int RED_SECONDS = 40;
    private static final Reading QUEUE = new Reading(7, 7);
    private static final Service RED = new Service(false, false, false, true);
    private static final Service PRIORITY = new Service(true, true, false, true);
    private static final Service YIELDING = new Service(true, false, false, true);
    private static final Service BLOCKED = new Service(true, true, true, true);
    private static final Service NOBODY_MOVES = new Service(true, true, false, false);

    private final MaxPresence diagnostic = new MaxPresence();
    private int now;

    @Test
    void vehiclesThatThreeServicesDoNotMoveAreNotBelieved() {
        serve(2, PRIORITY, 10, QUEUE);
        assertThat(diagnostic.isSuspect()).isFalse();
        serve(1, PRIORITY, 10, QUEUE);
        assertThat(diagnostic.isSuspect()).isTrue();
    }

    @Test
    void whoeverChangesIsTrustedAgainAtOnce() {
        serve(5, PRIORITY, 10, QUEUE);
        observe(1, new Reading(7, 6), PRIORITY);
        assertThat(diagnostic.isSuspect()).isFalse();
        serve(2, PRIORITY, 10, QUEUE);
        assertThat(diagnostic.isSuspect()).isFalse();
    }

    @Test
    void aQueueThatStandsSinceThereIsNoRoomBehindTheSignalIsBelieved() {
        serve(20, BLOCKED, 20, QUEUE);
        assertThat(diagnostic.isSuspect()).isFalse();
    }

    @Test
    void oneSecondWithoutRoomVoidsAService() {
        for (int service = 0; service < 20; service++) {
            observe(RED_SECONDS, QUEUE, RED);
            observe(10, QUEUE, PRIORITY);
            observe(1, QUEUE, BLOCKED);
            observe(10, QUEUE, PRIORITY);
        }
        assertThat(diagnostic.isSuspect()).isFalse();
    }

    @Test
    void whereNobodyMovesNobodyIsSuspect() {
        for (int service = 0; service < 20; service++) {
            observe(RED_SECONDS, QUEUE, new Service(false, false, false, false));
            observe(20, QUEUE, NOBODY_MOVES);
        }
        assertThat(diagnostic.isSuspect()).isFalse();
    }

    @Test
    void whoeverYieldsMayFindNoGapInNineGreens() {
        serve(9, YIELDING, 20, QUEUE);
        assertThat(diagnostic.isSuspect()).isFalse();
        serve(1, YIELDING, 20, QUEUE);
        assertThat(diagnostic.isSuspect()).isTrue();
    }

    @Test
    void greensTooShortToLeaveInProveNothing() {
        serve(20, PRIORITY, 4, QUEUE);
        assertThat(diagnostic.isSuspect()).isFalse();
    }

    @Test
    void anEmptyLaneIsNotStuck() {
        serve(20, PRIORITY, 20, Reading.NOTHING);
        assertThat(diagnostic.isSuspect()).isFalse();
    }

    @Test
    void aGreenThatTheDetectorItselfKeepsCountsAsSeveralServices() {
        observe(80, QUEUE, PRIORITY);
        assertThat(diagnostic.isSuspect()).isFalse();
        observe(20, QUEUE, PRIORITY);
        assertThat(diagnostic.isSuspect()).isTrue();
    }

    private void serve(int services, Service green, int greenSeconds, Reading reading) {
        for (int service = 0; service < services; service++) {
            observe(RED_SECONDS, reading, RED);
            observe(greenSeconds, reading, green);
            observe(1, reading, RED);
        }
    }

    private void observe(int seconds, Reading reading, Service service) {
        for (int second = 0; second < seconds; second++) {
            diagnostic.observe(now++, reading, service);
        }
    }
}

package io.clearway.deployments.live;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock on which two seconds pass between any two looks. */
final class TickingClock extends Clock {
    private long seconds;

    @Override
    public Instant instant() {
        seconds += 2;
        return Instant.ofEpochSecond(seconds);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

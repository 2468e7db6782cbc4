package io.clearway.events.measures;

import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;

/**
 * How long pedestrians wait: from the first call (event 45) to walk (event 21), once for each walk that was called.
 *
 * @see <a href="https://udottraffic.utah.gov/ATSPM">Utah Department of Transportation: ATSPM, pedestrian delay</a>
 */
final class PedestrianDelay implements PhaseMeasure {
    private long called = -1;
    private int walks;
    private long waited;
    private long longest = -1;

    @Override
    public void happens(SignalEvent event) {
        if (event.is(EventCode.PEDESTRIAN_CALL_REGISTERED) && called < 0) {
            called = event.tenths();
        } else if (event.is(EventCode.PEDESTRIAN_BEGIN_WALK) && called >= 0) {
            walks++;
            waited += event.tenths() - called;
            longest = Math.max(longest, event.tenths() - called);
            called = -1;
        }
    }

    /** Walks that were called. */
    int walks() {
        return walks;
    }

    /** Mean in seconds; not a number where nobody called. */
    double meanSeconds() {
        return (double) waited / SignalEvent.TENTHS_PER_SECOND / walks;
    }

    /** The longest in seconds; not a number where nobody called. */
    double longestSeconds() {
        return walks == 0 ? Double.NaN : (double) longest / SignalEvent.TENTHS_PER_SECOND;
    }
}

package io.clearway.events.measures;

import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the splits of a phase are: green, yellow and red clearance, from event 1 to event 11, or to event 9 where no
 * event 10 comes with it. A split that is not over when the log ends is left out.
 *
 * @see <a href="https://udottraffic.utah.gov/ATSPM">Utah Department of Transportation: ATSPM, split monitor</a>
 */
final class SplitMonitor implements PhaseMeasure {
    private final List<Long> splits = new ArrayList<>();
    private long began = -1;
    private long yellowEnded = -1;
    private boolean clearing;

    @Override
    public void happens(SignalEvent event) {
        if (event.tenths() > yellowEnded && !clearing) {
            take();
        }
        if (event.is(EventCode.PHASE_BEGIN_GREEN)) {
            take();
            began = event.tenths();
        } else if (event.is(EventCode.PHASE_END_YELLOW)) {
            yellowEnded = event.tenths();
        } else if (event.is(EventCode.PHASE_BEGIN_RED_CLEARANCE)) {
            clearing = true;
        } else if (event.is(EventCode.PHASE_END_RED_CLEARANCE)) {
            yellowEnded = event.tenths();
            clearing = false;
            take();
        }
    }

    private void take() {
        // where a phase follows itself, the end of its clearance is the begin of its next split
        if (began >= 0 && yellowEnded > began) {
            splits.add(yellowEnded - began);
            began = -1;
        }
    }

    @Override
    public void ends(long tenths) {
        if (!clearing) {
            take();
        }
    }

    int count() {
        return splits.size();
    }

    /** Mean in seconds; not a number where there are none. */
    double meanSeconds() {
        return splits.stream().mapToLong(Long::longValue).average().orElse(Double.NaN) / SignalEvent.TENTHS_PER_SECOND;
    }

    /**
     * A percentile in seconds: the shortest split that at least this part of all do not exceed; not a number where
     * there are none.
     *
     * @param part above 0, up to 1
     */
    double percentileSeconds(double part) {
        if (splits.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = splits.stream().sorted().toList();
        return (double) sorted.get((int) Math.ceil(part * sorted.size()) - 1) / SignalEvent.TENTHS_PER_SECOND;
    }
}

package io.clearway.events.measures;

import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;
import java.util.EnumMap;
import java.util.Map;

/**
 * Why greens end: events 4 (gap out), 5 (max out) and 6 (force off).
 *
 * @see <a href="https://udottraffic.utah.gov/ATSPM">Utah Department of Transportation: ATSPM, Purdue phase
 *     termination</a>
 */
final class PhaseTermination implements PhaseMeasure {
    private final Map<EventCode, Integer> ends = new EnumMap<>(EventCode.class);

    @Override
    public void happens(SignalEvent event) {
        EventCode.find(event.code()).ifPresent(code -> ends.merge(code, 1, Integer::sum));
    }

    int gapOuts() {
        return ends.getOrDefault(EventCode.PHASE_GAP_OUT, 0);
    }

    int maxOuts() {
        return ends.getOrDefault(EventCode.PHASE_MAX_OUT, 0);
    }

    int forceOffs() {
        return ends.getOrDefault(EventCode.PHASE_FORCE_OFF, 0);
    }
}

package io.clearway.events.measures;

import io.clearway.events.DetectorKind;
import io.clearway.events.SignalSite.Detector;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/**
 * What the phase shows when vehicles arrive: each event 82 of an advance detector is an arrival at the stop line, as
 * much later as a vehicle at the speed limit takes from the detector. Platoon ratio: share of arrivals on green /
 * (green time / time); 1 where arrivals do not depend on the signal, above 1 where platoons meet green. Arrivals after
 * the log's end are left out.
 *
 * @see <a href="https://udottraffic.utah.gov/ATSPM">Utah Department of Transportation: ATSPM, approach delay and
 *     arrivals on red</a>
 * @see <a href="https://www.trb.org/publications/hcm6e.aspx">Highway Capacity Manual, 6th edition, equation 19-9 and
 *     exhibit 19-13</a>
 */
final class ArrivalsOnGreen implements PhaseMeasure {
    private final PriorityQueue<Long> underway = new PriorityQueue<>();
    private final Map<Display, Integer> arrivals = new EnumMap<>(Display.class);
    private final BiConsumer<Long, Display> each;
    private Display shown = Display.RED;

    ArrivalsOnGreen() {
        this((tenths, display) -> {});
    }

    /** @param each receives every arrival with what was shown */
    ArrivalsOnGreen(BiConsumer<Long, Display> each) {
        this.each = each;
    }

    @Override
    public void shows(Display display, long tenths) {
        arrive(tenths);
        shown = display;
    }

    @Override
    public void detects(Detector detector, boolean on, long tenths) {
        if (on && detector.kind() == DetectorKind.ADVANCE) {
            underway.add(tenths + detector.reach().tenthsToStopLine());
        }
    }

    private void arrive(long before) {
        while (!underway.isEmpty() && underway.peek() < before) {
            each.accept(underway.remove(), shown);
            arrivals.merge(shown, 1, Integer::sum);
        }
    }

    @Override
    public void ends(long tenths) {
        arrive(tenths);
    }

    /** Arrivals while this was shown. */
    int during(Display display) {
        return arrivals.getOrDefault(display, 0);
    }

    /** All arrivals. */
    int total() {
        return arrivals.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package io.clearway.events.measures;

import io.clearway.events.DetectorKind;
import io.clearway.events.SignalSite.Detector;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vehicles that crossed the stop line: events 82 of the phase's counting detectors, in all and by where their lanes
 * lead. A lane that leads to several directions is counted under all of them together: which one a vehicle took, its
 * detector does not tell.
 *
 * @see <a href="https://docs.lib.purdue.edu/jtrp/1566/">Day et al., Performance Measures for Traffic Signal Systems,
 *     Purdue University 2014</a>
 */
final class ApproachVolume implements PhaseMeasure {
    private final Map<String, Integer> byMovement = new TreeMap<>();
    private int vehicles;

    @Override
    public void detects(Detector detector, boolean on, long tenths) {
        if (on && detector.kind() == DetectorKind.COUNT) {
            vehicles++;
            byMovement.merge(detector.lane().movements(), 1, Integer::sum);
        }
    }

    int vehicles() {
        return vehicles;
    }

    /** Turning counts: vehicles by directions of the lane, as {@link io.clearway.events.SignalSite.Lane#movements}. */
    Map<String, Integer> byMovement() {
        return byMovement;
    }
}

package io.clearway.events.measures;

import io.clearway.events.DetectorKind;
import io.clearway.events.SignalSite.Detector;

/**
 * Vehicles that cross the stop line on yellow and on red: events 82 of counting detectors between events 8 and 9, and
 * between 9 and 1. On a lane that other phases use too, nobody knows whose signal a vehicle followed: it is left out.
 *
 * @see <a href="https://udottraffic.utah.gov/ATSPM">Utah Department of Transportation: ATSPM, yellow and red
 *     actuations</a>
 */
final class YellowRedActuations implements PhaseMeasure {
    private Display shown = Display.RED;
    private int yellow;
    private int red;

    @Override
    public void shows(Display display, long tenths) {
        shown = display;
    }

    @Override
    public void detects(Detector detector, boolean on, long tenths) {
        if (on && detector.kind() == DetectorKind.COUNT && !detector.lane().shared()) {
            yellow += shown == Display.YELLOW ? 1 : 0;
            red += shown == Display.RED ? 1 : 0;
        }
    }

    int yellow() {
        return yellow;
    }

    int red() {
        return red;
    }
}

package io.clearway.events.measures;

import io.clearway.events.DetectorKind;
import io.clearway.events.SignalSite.Detector;

/**
 * How much of its green time a phase uses: the part of all green for which its presence detectors are occupied. Unlike
 * the mean GOR, long greens weigh more than short ones. A green that runs when the log ends counts up to there.
 *
 * @see <a href="https://docs.lib.purdue.edu/jtrp/1566/">Day et al., Performance Measures for Traffic Signal Systems,
 *     Purdue University 2014, chapter 4</a>
 */
final class GreenUtilization implements PhaseMeasure {
    private final Occupancy occupancy = new Occupancy();
    private boolean green;
    private long since;
    private long occupiedBefore;
    private long greens;
    private long occupied;

    @Override
    public void shows(Display display, long tenths) {
        if (green) {
            greens += tenths - since;
            occupied += occupancy.until(tenths) - occupiedBefore;
        }
        green = display == Display.GREEN;
        since = tenths;
        occupiedBefore = occupancy.until(tenths);
    }

    @Override
    public void detects(Detector detector, boolean on, long tenths) {
        if (detector.kind() == DetectorKind.PRESENCE) {
            occupancy.change(on, tenths);
        }
    }

    @Override
    public void ends(long tenths) {
        shows(Display.RED, tenths);
    }

    /** From 0 to 1; not a number where there was no green. */
    double share() {
        return (double) occupied / greens;
    }
}

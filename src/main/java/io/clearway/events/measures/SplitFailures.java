package io.clearway.events.measures;

import io.clearway.events.DetectorKind;
import io.clearway.events.SignalSite.Detector;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Greens after which vehicles are left behind. Of each cycle: GOR, the share of the green for which the presence
 * detectors of the phase are occupied, and ROR5, that of the first 5 s of red. The split failed where both are at least
 * 79 %: somebody stood there all green long and somebody stands there still. Cycles whose 5 s are not over when the log
 * ends are left out.
 *
 * @see <a href="https://doi.org/10.3141/2438-08">Freije et al., Graphical Performance Measures for Practitioners to
 *     Triage Split Failure Trouble Calls, TRR 2438, 2014</a>
 * @see <a href="https://udottraffic.utah.gov/ATSPM">Utah Department of Transportation: ATSPM, Purdue split failure</a>
 */
final class SplitFailures implements PhaseMeasure {
    /** Share of the time, in percent. */
    static final int LIMIT_PERCENT = 79;

    /** The first 5 s of red, in tenths. */
    static final long RED_TENTHS = 50;

    private static final double PERCENT = 100;

    private final Occupancy occupancy = new Occupancy();
    private final Deque<Cycle> reds = new ArrayDeque<>();
    private long greenSince = -1;
    private long occupiedAtGreen;
    private long green;
    private long occupiedGreen;
    private int cycles;
    private int failures;
    private double greenShares;
    private double redShares;

    /** A cycle whose first seconds of red run: its occupied share of green, and occupied time at its end. */
    private record Cycle(double greenShare, long red, long occupiedAtRed) {}

    @Override
    public void shows(Display display, long tenths) {
        settle(tenths);
        switch (display) {
            case GREEN -> {
                greenSince = tenths;
                occupiedAtGreen = occupancy.until(tenths);
                green = 0;
            }
            case YELLOW -> {
                if (greenSince >= 0) {
                    green = tenths - greenSince;
                    occupiedGreen = occupancy.until(tenths) - occupiedAtGreen;
                }
            }
            case RED -> {
                if (green > 0) {
                    reds.add(new Cycle((double) occupiedGreen / green, tenths, occupancy.until(tenths)));
                    green = 0;
                }
            }
        }
    }

    @Override
    public void detects(Detector detector, boolean on, long tenths) {
        if (detector.kind() == DetectorKind.PRESENCE) {
            settle(tenths);
            occupancy.change(on, tenths);
        }
    }

    @Override
    public void ends(long tenths) {
        settle(tenths);
    }

    private void settle(long tenths) {
        while (!reds.isEmpty() && reds.getFirst().red() + RED_TENTHS <= tenths) {
            Cycle cycle = reds.removeFirst();
            long occupied = occupancy.until(cycle.red() + RED_TENTHS) - cycle.occupiedAtRed();
            double redShare = (double) occupied / RED_TENTHS;
            cycles++;
            greenShares += cycle.greenShare();
            redShares += redShare;
            failures += cycle.greenShare() * PERCENT >= LIMIT_PERCENT && redShare * PERCENT >= LIMIT_PERCENT ? 1 : 0;
        }
    }

    int cycles() {
        return cycles;
    }

    int failures() {
        return failures;
    }

    /** Mean GOR over cycles; not a number where there are none. */
    double greenOccupancy() {
        return greenShares / cycles;
    }

    /** Mean ROR5 over cycles; not a number where there are none. */
    double redOccupancy() {
        return redShares / cycles;
    }
}

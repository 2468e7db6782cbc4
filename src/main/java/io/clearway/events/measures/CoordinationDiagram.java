package io.clearway.events.measures;

import io.clearway.events.EventLog;
import io.clearway.events.EventWindow;
import io.clearway.events.SignalSite;
import java.util.ArrayList;
import java.util.List;

/**
 * The data of a Purdue coordination diagram of a phase: its cycles from red to red, and the arrivals, as
 * {@link ArrivalsOnGreen} has them. Times are tenths of a second.
 *
 * @see <a href="https://doi.org/10.3141/2192-04">Day et al., Evaluation of Arterial Signal Coordination: Methodologies
 *     for Visualizing High-Resolution Event Data, TRR 2192, 2010</a>
 * @param cycles whole ones
 * @param arrivals within them
 */
public record CoordinationDiagram(List<Cycle> cycles, List<Arrival> arrivals) {
    public CoordinationDiagram {
        cycles = List.copyOf(cycles);
        arrivals = List.copyOf(arrivals);
    }

    /** From one begin of red to the next. */
    public record Cycle(long red, long green, long yellow, long end) {}

    /**
     * An arrival.
     *
     * @param tenths when
     * @param sinceRed how long after the begin of the cycle's red
     * @param onGreen whether it met green
     */
    public record Arrival(long tenths, long sinceRed, boolean onGreen) {}

    /** That of a phase of a log. */
    public static CoordinationDiagram of(EventLog log, SignalSite site, int phase) {
        return of(EventWindow.of(log), site, phase);
    }

    /** That of a phase within a time. */
    public static CoordinationDiagram of(EventWindow window, SignalSite site, int phase) {
        Cycles cycles = new Cycles();
        List<long[]> seen = new ArrayList<>();
        ArrivalsOnGreen arriving = new ArrivalsOnGreen((tenths, display) ->
                seen.add(new long[] {tenths, display == PhaseMeasure.Display.GREEN ? 1 : 0}));
        PhaseFilter filter = new PhaseFilter(site, phase, List.of(arriving, cycles));
        window.read(site, filter::accept);
        arriving.ends(window.endTenths());
        return new CoordinationDiagram(cycles.whole, within(cycles.whole, seen));
    }

    private static List<Arrival> within(List<Cycle> cycles, List<long[]> seen) {
        List<Arrival> arrivals = new ArrayList<>();
        int cycle = 0;
        for (long[] one : seen) {
            while (cycle < cycles.size() && cycles.get(cycle).end() <= one[0]) {
                cycle++;
            }
            if (cycle < cycles.size() && cycles.get(cycle).red() <= one[0]) {
                arrivals.add(new Arrival(one[0], one[0] - cycles.get(cycle).red(), one[1] == 1));
            }
        }
        return arrivals;
    }

    private static final class Cycles implements PhaseMeasure {
        private final List<Cycle> whole = new ArrayList<>();
        private long red = -1;
        private long green = -1;
        private long yellow = -1;

        @Override
        public void shows(Display display, long tenths) {
            switch (display) {
                case GREEN -> green = tenths;
                case YELLOW -> yellow = tenths;
                case RED -> {
                    if (red >= 0 && green >= red && yellow >= green) {
                        whole.add(new Cycle(red, green, yellow, tenths));
                    }
                    red = tenths;
                }
            }
        }
    }
}

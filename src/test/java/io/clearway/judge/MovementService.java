package io.clearway.judge;

import io.clearway.judge.SignalLog.Shown;
import java.util.ArrayList;
import java.util.List;

/**
 * How long each signal index of a log had no green. Whether somebody waited meanwhile is not known here: combine it
 * with trips or detectors.
 */
public final class MovementService {
    /** A time without green; one that lasts from the begin or until the end of the log was at least so long. */
    public record Red(int index, double fromSeconds, double untilSeconds) {
        public double seconds() {
            return untilSeconds - fromSeconds;
        }
    }

    private MovementService() {}

    /** All times without green of an index, in their order. */
    public static List<Red> reds(SignalLog log, String light, int index) {
        List<Red> reds = new ArrayList<>();
        double since = Double.NaN;
        for (Shown shown : log.shown(light)) {
            boolean green = index < shown.state().length()
                    && States.isGreen(shown.state().charAt(index));
            if (green && !Double.isNaN(since)) {
                reds.add(new Red(index, since, shown.seconds()));
                since = Double.NaN;
            } else if (!green && Double.isNaN(since)) {
                since = shown.seconds();
            }
        }
        if (!Double.isNaN(since)) {
            reds.add(new Red(index, since, log.endSeconds(light)));
        }
        return reds;
    }

    /** The longest time without green of each index that has links; of length 0 where it was always green. */
    public static List<Red> longest(SignalLog log, JudgedLight light) {
        List<Red> longest = new ArrayList<>();
        for (int index = 0; index < light.size(); index++) {
            if (!light.links(index).isEmpty()) {
                Red worst = new Red(index, 0, 0);
                for (Red red : reds(log, light.id(), index)) {
                    worst = red.seconds() > worst.seconds() ? red : worst;
                }
                longest.add(worst);
            }
        }
        return longest;
    }
}

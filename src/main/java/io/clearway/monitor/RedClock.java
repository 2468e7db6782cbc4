package io.clearway.monitor;

import io.clearway.timing.SignalTiming;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** For how long somebody has been waiting without a break at an index that has no green. */
final class RedClock {
    private final int[] limited;
    private final int[] maximumSeconds;
    /** NaN where nobody waits. */
    private final double[] waitingSince;

    RedClock(SignalTiming timing) {
        limited = IntStream.range(0, timing.size())
                .filter(index -> timing.movements().get(index).limitsRed())
                .toArray();
        maximumSeconds = timing.movements().stream()
                .mapToInt(movement -> movement.maximumRedSeconds())
                .toArray();
        waitingSince = new double[timing.size()];
        forget();
    }

    void forget() {
        Arrays.fill(waitingSince, Double.NaN);
    }

    /**
     * Takes one second.
     *
     * @return an index whose maximum red and grace have passed; {@link Trip#NO_INDEX} when there is none
     */
    int update(String state, double seconds, IntPredicate waiting) {
        int overdue = Trip.NO_INDEX;
        for (int index : limited) {
            if (Aspects.isGreen(state.charAt(index)) || !waiting.test(index)) {
                waitingSince[index] = Double.NaN;
            } else if (Double.isNaN(waitingSince[index])) {
                waitingSince[index] = seconds;
            } else if (waited(index, seconds) > maximumSeconds[index] + SignalMonitor.GRACE_SECONDS) {
                overdue = index;
            }
        }
        return overdue;
    }

    private double waited(int index, double seconds) {
        return seconds - waitingSince[index];
    }

    Trip trip(int index, String state, double seconds) {
        String text = "somebody has waited at index %d for %s s; its maximum red is %d s, with %d s of grace"
                .formatted(
                        index, Trip.text(waited(index, seconds)), maximumSeconds[index], SignalMonitor.GRACE_SECONDS);
        return new Trip(Trip.Kind.FROZEN, seconds, state, index, Trip.NO_INDEX, text);
    }
}

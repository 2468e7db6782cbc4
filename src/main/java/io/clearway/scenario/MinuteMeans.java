package io.clearway.scenario;

import java.util.ArrayList;
import java.util.List;

/** Means of a figure over each minute of simulated time, from samples in their order. */
public final class MinuteMeans {
    private static final double MINUTE = 60;

    private final List<Double> complete = new ArrayList<>();
    private double sum;
    private int samples;

    /**
     * Adds a sample; a minute without any has the mean of the one before.
     *
     * @param seconds simulated time since the episode began; the end of a minute belongs to it
     */
    public void add(double seconds, double value) {
        int minute = Math.max(0, (int) Math.ceil(seconds / MINUTE) - 1);
        while (samples > 0 && minute > complete.size()) {
            complete.add(sum / samples);
            if (minute == complete.size()) {
                sum = 0;
                samples = 0;
            }
        }
        sum += value;
        samples++;
    }

    /** The means so far, the last one perhaps of a part of its minute. */
    public List<Double> values() {
        List<Double> all = new ArrayList<>(complete);
        if (samples > 0) {
            all.add(sum / samples);
        }
        return all;
    }
}

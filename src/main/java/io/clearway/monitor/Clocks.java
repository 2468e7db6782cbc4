package io.clearway.monitor;

import java.util.Arrays;

/**
 * When green and yellow of each signal index began and ended, in simulated seconds; NaN, with which every comparison
 * fails, where the monitor did not see it.
 */
final class Clocks {
    private final double[] greenBegan;
    private final double[] greenEnded;
    private final double[] yellowBegan;

    Clocks(int size) {
        greenBegan = new double[size];
        greenEnded = new double[size];
        yellowBegan = new double[size];
        forget();
    }

    void forget() {
        Arrays.fill(greenBegan, Double.NaN);
        Arrays.fill(greenEnded, Double.NaN);
        Arrays.fill(yellowBegan, Double.NaN);
    }

    /** Makes unknown when greens began. */
    void forgetGreens() {
        Arrays.fill(greenBegan, Double.NaN);
    }

    void update(String before, String now, double seconds) {
        for (int index = 0; index < greenBegan.length; index++) {
            if (before.charAt(index) != now.charAt(index)) {
                update(index, before.charAt(index), now.charAt(index), seconds);
            }
        }
    }

    private void update(int index, char before, char now, double seconds) {
        boolean wasGreen = Aspects.isGreen(before);
        if (!wasGreen && Aspects.isGreen(now)) {
            greenBegan[index] = seconds;
        }
        if (wasGreen && !Aspects.isGreen(now)) {
            greenEnded[index] = seconds;
            yellowBegan[index] = seconds;
        }
    }

    double greenBegan(int index) {
        return greenBegan[index];
    }

    double greenEnded(int index) {
        return greenEnded[index];
    }

    double yellowBegan(int index) {
        return yellowBegan[index];
    }
}

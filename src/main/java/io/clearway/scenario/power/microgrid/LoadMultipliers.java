package io.clearway.scenario.power.microgrid;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** By what the loads' resistances and inductances are multiplied in an episode. */
final class LoadMultipliers {
    private static final double LOWEST_START = 0.8;
    private static final double HIGHEST_START = 1.2;
    private static final double LARGEST_STEP = 0.05;
    /** Keeps a load a load, however long multipliers wander. */
    private static final double LEAST = 0.1;

    private final MicrogridSettings.Disturbance disturbance;
    private final RandomGenerator chance;
    private final double[] resistance;
    private final double[] inductance;

    LoadMultipliers(int loads, MicrogridSettings.Disturbance disturbance, RandomGenerator chance) {
        this.disturbance = disturbance;
        this.chance = chance;
        this.resistance = new double[loads];
        this.inductance = new double[loads];
        for (double[] each : new double[][] {resistance, inductance}) {
            Arrays.setAll(
                    each,
                    load -> disturbance == MicrogridSettings.Disturbance.NONE
                            ? 1
                            : chance.nextDouble(LOWEST_START, HIGHEST_START));
        }
    }

    double[] resistance() {
        return resistance;
    }

    double[] inductance() {
        return inductance;
    }

    /** Moves on by a decision. */
    void move() {
        if (disturbance == MicrogridSettings.Disturbance.STEPS) {
            for (double[] each : new double[][] {resistance, inductance}) {
                for (int load = 0; load < each.length; load++) {
                    each[load] = Math.max(LEAST, each[load] + chance.nextDouble(-LARGEST_STEP, LARGEST_STEP));
                }
            }
        }
    }
}

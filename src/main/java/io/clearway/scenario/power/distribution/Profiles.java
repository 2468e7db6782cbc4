package io.clearway.scenario.power.distribution;

import io.clearway.network.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Loads and sun in steps of 3 minutes from a day and time that the seed draws. Loads follow a usual day, each shifted
 * by up to an hour and wandering by itself; the sun shines through clouds that wander over the feeder and, less, over
 * each inverter.
 */
final class Profiles {
    static final double STEP_MINUTES = 3;
    private static final int DAYS_OF_YEAR = 365;
    private static final int STEPS_OF_DAY = 480;
    private static final double STEPS_OF_HOUR = 20;

    /** A hundredth of the standard deviations of loads and of sunshine over a year, by their peaks. */
    private static final double LOAD_NOISE = 0.0016;

    private static final double SUN_NOISE = 0.0024;
    private static final double LEAST_CLEAR = 0.15;

    private final SplittableRandom chance;
    /** Its own, so that the weather is the same without noise. */
    private final RandomGenerator noiseChance;

    private final boolean noise;
    private final int day;
    private final int start;
    private final double cover;
    private final Wander clouds;
    private final double[] shifts;
    private final List<Wander> demands = new ArrayList<>();
    private final List<Wander> shades = new ArrayList<>();
    private int step;

    /**
     * @param noise whether the absolute value of a normal draw is added to each value, as in MAPDN
     * @param seed of all that is drawn
     */
    Profiles(int loads, int inverters, boolean noise, long seed) {
        this.chance = new SplittableRandom(seed);
        this.noiseChance = new Seeds(seed).generator("noise", 0);
        this.noise = noise;
        this.day = chance.nextInt(DAYS_OF_YEAR);
        this.start = chance.nextInt(STEPS_OF_DAY);
        this.cover = 1 + 1.5 * chance.nextGaussian();
        this.clouds = new Wander(1, STEPS_OF_HOUR, chance);
        this.shifts = chance.doubles(loads, -1, 1).toArray();
        for (int load = 0; load < loads; load++) {
            demands.add(new Wander(0.1, STEPS_OF_HOUR, chance));
        }
        for (int inverter = 0; inverter < inverters; inverter++) {
            shades.add(new Wander(0.5, STEPS_OF_HOUR / 4, chance));
        }
    }

    /** Goes 3 minutes on. */
    void advance() {
        step++;
        clouds.move(chance);
        demands.forEach(demand -> demand.move(chance));
        shades.forEach(shade -> shade.move(chance));
    }

    private double hour() {
        return (start + step) % STEPS_OF_DAY / STEPS_OF_HOUR;
    }

    private int day() {
        return (day + (start + step) / STEPS_OF_DAY) % DAYS_OF_YEAR;
    }

    /** Each load by its peak, 0 or more. */
    double[] loads() {
        double[] shares = new double[shifts.length];
        for (int load = 0; load < shares.length; load++) {
            double usual = DayShapes.load(day(), hour() + shifts[load]);
            shares[load] = Math.max(0, usual * (1 + demands.get(load).value()) + drawn(LOAD_NOISE));
        }
        return shares;
    }

    /** Photovoltaic power of each inverter by its largest, 0 to 1 and a little noise. */
    double[] sun() {
        double clear = DayShapes.clearSky(day(), hour());
        double[] shares = new double[shades.size()];
        for (int inverter = 0; inverter < shares.length; inverter++) {
            double sky = cover + clouds.value() + shades.get(inverter).value();
            double passing = LEAST_CLEAR + (1 - LEAST_CLEAR) / (1 + Math.exp(-sky));
            shares[inverter] = clear == 0 ? 0 : Math.min(1, clear * passing) + drawn(SUN_NOISE);
        }
        return shares;
    }

    private double drawn(double deviation) {
        return noise ? deviation * Math.abs(noiseChance.nextGaussian()) : 0;
    }
}

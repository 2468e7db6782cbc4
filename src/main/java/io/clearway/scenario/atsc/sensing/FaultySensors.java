package io.clearway.scenario.atsc.sensing;

import io.clearway.network.Seeds;
import io.clearway.simulation.Readings;
import java.util.random.RandomGenerator;

/**
 * Sensors of which some fail and all miscount. A lane's sensors fail together: from a decision drawn evenly from the
 * episode they report either nothing or, from then on, their last value, each with probability ½. Before that each
 * vehicle is missed with half of the noise's probability and counted twice with the other half, independently at every
 * reading; a standing vehicle is always reported as standing.
 */
final class FaultySensors implements LaneSensors {
    private final LaneSensors sound;
    private final double noise;
    private final Seeds seeds;
    private final int[] failingReading;
    private final boolean[] sticking;
    private int reading;
    private SensorValues last;

    /**
     * @param sound sensors without faults
     * @param failures chance of a lane's sensors to fail within an episode
     * @param noise chance of a vehicle to be miscounted
     * @param seeds root of the episode's chance
     * @param size lanes, and readings in an episode
     */
    FaultySensors(LaneSensors sound, double failures, double noise, Seeds seeds, Size size) {
        this.sound = sound;
        this.noise = noise;
        this.seeds = seeds;
        failingReading = new int[size.lanes()];
        sticking = new boolean[size.lanes()];
        for (int lane = 0; lane < size.lanes(); lane++) {
            RandomGenerator chance = seeds.generator("sensor-failure", lane);
            boolean fails = chance.nextDouble() < failures;
            failingReading[lane] = fails ? chance.nextInt(size.readings()) : Integer.MAX_VALUE;
            sticking[lane] = chance.nextBoolean();
        }
        LaneCounts nothing = new LaneCounts(new int[size.lanes()], new int[size.lanes()]);
        last = new SensorValues(nothing, nothing);
    }

    /** Number of lanes, and of readings in an episode. */
    record Size(int lanes, int readings) {}

    @Override
    public SensorValues read(Readings readings) {
        SensorValues exact = sound.read(readings);
        RandomGenerator chance = seeds.generator("sensor-noise", reading);
        LaneCounts lanes = distort(exact.lanes(), last.lanes(), chance);
        LaneCounts detectors =
                exact.detectors() == exact.lanes() ? lanes : distort(exact.detectors(), last.detectors(), chance);
        reading++;
        last = new SensorValues(lanes, detectors);
        return last;
    }

    private LaneCounts distort(LaneCounts exact, LaneCounts before, RandomGenerator chance) {
        int[] vehicles = new int[exact.size()];
        int[] halting = new int[exact.size()];
        for (int lane = 0; lane < vehicles.length; lane++) {
            if (reading < failingReading[lane]) {
                halting[lane] = miscount(exact.halting(lane), chance);
                vehicles[lane] = halting[lane] + miscount(exact.vehicles(lane) - exact.halting(lane), chance);
            } else if (sticking[lane]) {
                halting[lane] = before.halting(lane);
                vehicles[lane] = before.vehicles(lane);
            }
        }
        return new LaneCounts(vehicles, halting);
    }

    private int miscount(int vehicles, RandomGenerator chance) {
        if (noise == 0) {
            return vehicles;
        }
        int counted = 0;
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            double drawn = chance.nextDouble();
            counted += drawn < noise / 2 ? 0 : drawn < noise ? 2 : 1;
        }
        return counted;
    }
}

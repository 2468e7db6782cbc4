package io.clearway.scenario.power.feeder;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes radial feeders of any size from a seed. A bus continues the line of the one before it or, with a probability,
 * branches off from any earlier one. Lines are overhead lines of some length each; loads share the nominal power by
 * weights between 0.5 and 1.5, at a power factor of 0.95.
 *
 * @param buses the substation among them
 * @param loads one at each of as many buses drawn; where there are more loads than buses, the rest beside others
 * @param nominal sum of loads (MW)
 * @param kilovolts nominal voltage
 * @param lineLength mean length of a line (km)
 * @param seed of everything that is drawn
 */
public record RandomFeeder(int buses, int loads, double nominal, double kilovolts, double lineLength, long seed) {
    private static final double BRANCHING = 0.25;
    private static final double OHM_PER_KILOMETER = 0.31;
    private static final double REACTANCE_PER_KILOMETER = 0.36;
    private static final double LEAST = 0.5;
    private static final double POWER_FACTOR = 0.95;

    /** The feeder; always the same one. */
    public Feeder make() {
        SplittableRandom chance = new SplittableRandom(seed);
        return new Feeder(Feeder.BASE, buses, branches(chance), loads(chance));
    }

    private List<Branch> branches(SplittableRandom chance) {
        List<Branch> branches = new ArrayList<>();
        double ohm = Feeder.ohmPerUnit(kilovolts);
        for (int bus = 1; bus < buses; bus++) {
            int from = chance.nextDouble() < BRANCHING ? chance.nextInt(bus) : bus - 1;
            // all but the first branch off behind the first bus, so that one line leaves the substation
            from = bus > 1 ? Math.max(1, from) : from;
            double kilometers = lineLength * (LEAST + chance.nextDouble());
            branches.add(new Branch(
                    from, bus, kilometers * OHM_PER_KILOMETER / ohm, kilometers * REACTANCE_PER_KILOMETER / ohm));
        }
        return branches;
    }

    private List<Load> loads(SplittableRandom chance) {
        List<Integer> places = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        while (places.size() < loads) {
            if (free.isEmpty()) {
                for (int bus = 1; bus < buses; bus++) {
                    free.add(bus);
                }
            }
            places.add(free.remove(chance.nextInt(free.size())));
        }
        double[] weights =
                places.stream().mapToDouble(bus -> LEAST + chance.nextDouble()).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double ratio = Math.tan(Math.acos(POWER_FACTOR));
        List<Load> made = new ArrayList<>();
        for (int load = 0; load < loads; load++) {
            double active = nominal * weights[load] / sum;
            made.add(new Load(places.get(load), active, active * ratio));
        }
        return made;
    }
}

package io.clearway.scenario.power.distribution;

import io.clearway.scenario.power.feeder.Load;
import java.util.Arrays;
import java.util.List;

/** What loads take and inverters feed in at one step, but for their reactive power. */
final class GridInputs {
    private final PowerNet net;
    private final double[] activeLoad;
    private final double[] reactiveLoad;
    private final double[] sun;

    /**
     * @param loadShares of each load by its peak
     * @param sunShares of each inverter by its largest active power
     * @param largestActive that power (MW)
     */
    GridInputs(PowerNet net, double[] loadShares, double[] sunShares, double largestActive) {
        this.net = net;
        this.activeLoad = new double[net.feeder().buses()];
        this.reactiveLoad = new double[net.feeder().buses()];
        List<Load> loads = net.feeder().loads();
        double scale = net.peakLoad() / net.feeder().nominalLoad();
        for (int load = 0; load < loads.size(); load++) {
            Load nominal = loads.get(load);
            activeLoad[nominal.bus()] += loadShares[load] * scale * nominal.active();
            reactiveLoad[nominal.bus()] += loadShares[load] * scale * nominal.reactive();
        }
        this.sun = new double[sunShares.length];
        for (int inverter = 0; inverter < sun.length; inverter++) {
            sun[inverter] = sunShares[inverter] * largestActive;
        }
    }

    /** The sums over all. */
    @Override
    public String toString() {
        return "loads of %s MW, sun of %s MW"
                .formatted(Arrays.stream(activeLoad).sum(), Arrays.stream(sun).sum());
    }

    /** What the loads at a bus take (MW). */
    double activeLoad(int bus) {
        return activeLoad[bus];
    }

    /** What the loads at a bus take (Mvar). */
    double reactiveLoad(int bus) {
        return reactiveLoad[bus];
    }

    /** What an inverter feeds in (MW). */
    double sun(int inverter) {
        return sun[inverter];
    }

    /** P fed into each bus (pu). */
    double[] active() {
        double[] fed = new double[activeLoad.length];
        for (int bus = 0; bus < fed.length; bus++) {
            fed[bus] = -activeLoad[bus];
        }
        return perUnit(fed, sun);
    }

    /**
     * Q fed into each bus (pu).
     *
     * @param inverters what each inverter feeds in (Mvar)
     */
    double[] reactive(double[] inverters) {
        double[] fed = new double[reactiveLoad.length];
        for (int bus = 0; bus < fed.length; bus++) {
            fed[bus] = -reactiveLoad[bus];
        }
        return perUnit(fed, inverters);
    }

    private double[] perUnit(double[] fed, double[] inverters) {
        for (int inverter = 0; inverter < inverters.length; inverter++) {
            fed[net.sites().get(inverter)] += inverters[inverter];
        }
        for (int bus = 0; bus < fed.length; bus++) {
            fed[bus] /= net.feeder().megavoltAmperes();
        }
        return fed;
    }
}

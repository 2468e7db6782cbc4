package io.clearway.scenario.power.distribution;

import io.clearway.scenario.power.feeder.Feeder;
import io.clearway.scenario.power.feeder.PowerFlow;
import org.ejml.data.DMatrixRMaj;

/**
 * Reactive powers of all inverters with the least line losses within the voltage band, by the true model of the grid.
 * Round after round, voltages are linearized around the last power flow, losses become a quadratic function, and the
 * band is kept by an augmented Lagrangian. Voltages that cannot be brought into the band are brought close to it.
 */
final class OptimalPowerFlow {
    private static final int MOST_ROUNDS = 8;
    private static final double SETTLED = 5e-3;
    private static final double TOLERATED = 2e-4;

    private final Feeder feeder;
    private final PowerFlow flow;
    private final VoltagePenalty penalty;
    private final int[] sites;
    private final double[] reactive;
    private DMatrixRMaj curvature = new DMatrixRMaj(0, 0);

    OptimalPowerFlow(PowerNet net) {
        this.feeder = net.feeder();
        this.flow = new PowerFlow(feeder);
        this.penalty = new VoltagePenalty(feeder.buses());
        this.sites = net.sites().stream().mapToInt(site -> site).toArray();
        this.reactive = new double[sites.length];
    }

    /** How many inverters there are. */
    int inverters() {
        return sites.length;
    }

    /**
     * Solves it for a step, beginning with the reactive powers and prices of the one before.
     *
     * @param inputs loads and sun
     * @param limits largest |q| of each inverter (Mvar)
     * @return q of each inverter (Mvar)
     */
    double[] solve(GridInputs inputs, double[] limits) {
        double[] active = inputs.active();
        for (int inverter = 0; inverter < reactive.length; inverter++) {
            reactive[inverter] = Math.max(-limits[inverter], Math.min(limits[inverter], reactive[inverter]));
        }
        double moved = Double.MAX_VALUE;
        double outside = Double.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && (moved > SETTLED || outside > TOLERATED); round++) {
            if (!flow.solve(active, inputs.reactive(reactive))) {
                return reactive.clone();
            }
            outside = penalty.update(flow.magnitudes());
            moved = move(limits);
        }
        return reactive.clone();
    }

    /** Minimizes around the last power flow; the largest change (Mvar). */
    private double move(double[] limits) {
        PowerFlow.Sensitivity by = flow.sensitivity(sites);
        double base = feeder.megavoltAmperes();
        double[] low = new double[sites.length];
        double[] high = new double[sites.length];
        for (int inverter = 0; inverter < sites.length; inverter++) {
            low[inverter] = (-limits[inverter] - reactive[inverter]) / base;
            high[inverter] = (limits[inverter] - reactive[inverter]) / base;
        }
        LossModel losses = new LossModel(feeder.branches(), flow, by);
        // it hardly changes: with exact slopes the rounds lead to the same minimum
        curvature = curvature.getNumRows() == 0 ? losses.curvature() : curvature;
        var cost = new LinearizedCost(curvature, losses.slope(), penalty, flow.magnitudes(), by.magnitudes());
        double[] change = new ProjectedNewton(low, high).minimize(cost, new double[sites.length]);
        double largest = 0;
        for (int inverter = 0; inverter < sites.length; inverter++) {
            reactive[inverter] += change[inverter] * base;
            largest = Math.max(largest, Math.abs(change[inverter] * base));
        }
        return largest;
    }
}

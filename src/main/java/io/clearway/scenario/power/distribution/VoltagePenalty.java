package io.clearway.scenario.power.distribution;

import io.clearway.scenario.power.VoltageBand;

/**
 * What voltages outside a band cost (augmented Lagrangian, Powell 1969, Rockafellar 1973): ρ · max(0, excess + λ/2ρ)²,
 * where λ grows with what is left outside until nothing is, or up to a price where voltages cannot be brought inside.
 */
final class VoltagePenalty {
    private static final double WEIGHT = 500;
    private static final double HIGHEST_PRICE = 100;

    /** Inside the band by this (pu), so that what is tolerated and what linearization leaves out stay inside. */
    private static final double MARGIN = 5e-4;

    private static final double LOW = VoltageBand.FIVE_PERCENT.low() + MARGIN;
    private static final double HIGH = VoltageBand.FIVE_PERCENT.high() - MARGIN;

    private final double[] tooLow;
    private final double[] tooHigh;

    /** @param buses how many */
    VoltagePenalty(int buses) {
        this.tooLow = new double[buses];
        this.tooHigh = new double[buses];
    }

    /**
     * The cost of some voltages.
     *
     * @param voltages (pu)
     * @param slope where the derivative by each voltage is written
     * @param curvature where the second derivative is written
     */
    double of(double[] voltages, double[] slope, double[] curvature) {
        double cost = 0;
        for (int bus = 0; bus < voltages.length; bus++) {
            double above = Math.max(0, voltages[bus] - HIGH + tooHigh[bus] / (2 * WEIGHT));
            double below = Math.max(0, LOW - voltages[bus] + tooLow[bus] / (2 * WEIGHT));
            cost += WEIGHT * (above * above + below * below);
            slope[bus] = 2 * WEIGHT * (above - below);
            curvature[bus] = (above > 0 ? 2 * WEIGHT : 0) + (below > 0 ? 2 * WEIGHT : 0);
        }
        return cost;
    }

    /** Raises the prices of what is outside, lowers those of what is inside; returns the largest excess (pu). */
    double update(double[] voltages) {
        double worst = 0;
        for (int bus = 0; bus < voltages.length; bus++) {
            double above = voltages[bus] - HIGH;
            double below = LOW - voltages[bus];
            tooHigh[bus] = Math.max(0, Math.min(HIGHEST_PRICE, tooHigh[bus] + 2 * WEIGHT * above));
            tooLow[bus] = Math.max(0, Math.min(HIGHEST_PRICE, tooLow[bus] + 2 * WEIGHT * below));
            worst = Math.max(worst, Math.max(above, below));
        }
        return worst;
    }
}

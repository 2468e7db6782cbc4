package io.clearway.scenario.power.distribution;

import org.ejml.data.DMatrixRMaj;

/** Losses and the penalty of voltages by changes of reactive powers (pu), where voltages are taken as linear. */
final class LinearizedCost implements ProjectedNewton.Function {
    private final DMatrixRMaj lossCurvature;
    private final double[] lossSlope;
    private final VoltagePenalty penalty;
    private final double[] voltages;
    private final double[][] by;

    /**
     * @param lossCurvature second derivatives of losses
     * @param lossSlope first derivatives without a change
     * @param voltages without a change (pu)
     * @param by [inverter][bus] their derivatives
     */
    LinearizedCost(
            DMatrixRMaj lossCurvature, double[] lossSlope, VoltagePenalty penalty, double[] voltages, double[][] by) {
        this.lossCurvature = lossCurvature;
        this.lossSlope = lossSlope;
        this.penalty = penalty;
        this.voltages = voltages;
        this.by = by;
    }

    private double[] voltages(double[] change) {
        double[] moved = voltages.clone();
        for (int inverter = 0; inverter < change.length; inverter++) {
            for (int bus = 0; bus < moved.length; bus++) {
                moved[bus] += by[inverter][bus] * change[inverter];
            }
        }
        return moved;
    }

    @Override
    public double value(double[] change) {
        double[] unused = new double[voltages.length];
        double cost = penalty.of(voltages(change), unused, unused);
        double[] steeper = steeper(change);
        for (int inverter = 0; inverter < change.length; inverter++) {
            cost += change[inverter] * (lossSlope[inverter] + steeper[inverter] / 2);
        }
        return cost;
    }

    private double[] steeper(double[] change) {
        double[] product = new double[change.length];
        for (int row = 0; row < change.length; row++) {
            for (int column = 0; column < change.length; column++) {
                product[row] += lossCurvature.get(row, column) * change[column];
            }
        }
        return product;
    }

    @Override
    public double[] slope(double[] change) {
        double[] outside = new double[voltages.length];
        penalty.of(voltages(change), outside, new double[voltages.length]);
        double[] slope = steeper(change);
        for (int inverter = 0; inverter < change.length; inverter++) {
            slope[inverter] += lossSlope[inverter];
            for (int bus = 0; bus < outside.length; bus++) {
                slope[inverter] += outside[bus] * by[inverter][bus];
            }
        }
        return slope;
    }

    @Override
    public DMatrixRMaj curvature(double[] change) {
        double[] bent = new double[voltages.length];
        penalty.of(voltages(change), new double[voltages.length], bent);
        DMatrixRMaj curvature = lossCurvature.copy();
        for (int bus = 0; bus < bent.length; bus++) {
            if (bent[bus] > 0) {
                addOuter(curvature, bus, bent[bus]);
            }
        }
        return curvature;
    }

    private void addOuter(DMatrixRMaj curvature, int bus, double weight) {
        for (int row = 0; row < by.length; row++) {
            double scaled = weight * by[row][bus];
            for (int column = 0; column < by.length; column++) {
                curvature.add(row, column, scaled * by[column][bus]);
            }
        }
    }
}

package io.clearway.algorithm.diagnostics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Least squares with a small penalty, of several values at once, by the normal equations. */
final class RidgeRegression {
    /** Against collinear columns; relative to each column's mean square. */
    private static final double PENALTY = 1e-3;

    /** Sums of squares up to this are none. */
    private static final double NOTHING = 1e-20;

    private final double[][] products;
    private final double[][] targets;
    private double[][] weights = new double[0][];

    RidgeRegression(int columns, int values) {
        this.products = new double[columns][columns];
        this.targets = new double[columns][values];
    }

    void add(double[] row, double[] values) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += row[i] * row[j];
                }
                for (int value = 0; value < values.length; value++) {
                    targets[i][value] += row[i] * values[value];
                }
            }
        }
    }

    void solve() {
        for (int i = 0; i < products.length; i++) {
            // a column of zeros, or next to it, must not make the products singular
            products[i][i] = products[i][i] > NOTHING ? (1 + PENALTY) * products[i][i] : 1;
            for (int j = 0; j < i; j++) {
                products[j][i] = products[i][j];
            }
        }
        RealMatrix left = new Array2DRowRealMatrix(products, false);
        // columns may be small: what is positive is told by the penalty, not by an absolute limit
        weights = new CholeskyDecomposition(left, CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD, 0)
                .getSolver()
                .solve(new Array2DRowRealMatrix(targets, false))
                .getData();
    }

    /** Adds the squared error of the prediction of each value. */
    void addErrors(double[] row, double[] values, double[] sums) {
        for (int value = 0; value < values.length; value++) {
            double error = -values[value];
            for (int i = 0; i < row.length; i++) {
                error += row[i] * weights[i][value];
            }
            sums[value] += error * error;
        }
    }
}

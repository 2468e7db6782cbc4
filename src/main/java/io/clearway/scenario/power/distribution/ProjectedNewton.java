package io.clearway.scenario.power.distribution;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Minimizes a convex function within bounds by Newton's method (Bertsekas 1982): variables that a bound holds back are
 * left out of the Newton step, and of the step, cut at the bounds, the best of some lengths is taken.
 */
final class ProjectedNewton {
    private static final int MOST_STEPS = 40;
    private static final double SETTLED = 1e-6;
    private static final double RIDGE = 1e-9;

    private final double[] low;
    private final double[] high;

    /**
     * @param low bound of each variable
     * @param high not below it
     */
    ProjectedNewton(double[] low, double[] high) {
        this.low = low;
        this.high = high;
    }

    /** What is minimized. */
    interface Function {
        /** Its value. */
        double value(double[] at);

        /** Its first derivatives. */
        double[] slope(double[] at);

        /** Its second derivatives. */
        DMatrixRMaj curvature(double[] at);
    }

    /** The minimum, sought from a point within the bounds. */
    double[] minimize(Function function, double[] from) {
        double[] at = from.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = function.slope(at);
            double[] direction = direction(function.curvature(at), slope, at);
            double[] next = descend(function, at, direction);
            double moved = 0;
            for (int variable = 0; variable < at.length; variable++) {
                moved = Math.max(moved, Math.abs(next[variable] - at[variable]));
            }
            at = next;
            if (moved < SETTLED) {
                break;
            }
        }
        return at;
    }

    private int[] free(double[] at, double[] slope) {
        return IntStream.range(0, at.length)
                .filter(variable -> !(at[variable] <= low[variable] && slope[variable] >= 0)
                        && !(at[variable] >= high[variable] && slope[variable] <= 0))
                .toArray();
    }

    /** The Newton step of the variables that may move; those that it would lead out of their bounds at once stay. */
    private double[] direction(DMatrixRMaj curvature, double[] slope, double[] at) {
        int[] free = free(at, slope);
        while (true) {
            double[] direction = newton(curvature, slope, free);
            int[] inward = Arrays.stream(free)
                    .filter(variable -> !(at[variable] <= low[variable] && direction[variable] < 0)
                            && !(at[variable] >= high[variable] && direction[variable] > 0))
                    .toArray();
            if (inward.length == free.length) {
                return direction;
            }
            free = inward;
        }
    }

    private static double[] newton(DMatrixRMaj curvature, double[] slope, int[] free) {
        double[] direction = new double[slope.length];
        if (free.length == 0) {
            return direction;
        }
        DMatrixRMaj part = new DMatrixRMaj(free.length, free.length);
        DMatrixRMaj right = new DMatrixRMaj(free.length, 1);
        double largest = CommonOps_DDRM.elementMaxAbs(curvature);
        for (int row = 0; row < free.length; row++) {
            for (int column = 0; column < free.length; column++) {
                part.set(row, column, curvature.get(free[row], free[column]));
            }
            part.add(row, row, RIDGE * largest);
            right.set(row, 0, -slope[free[row]]);
        }
        var solver = LinearSolverFactory_DDRM.chol(free.length);
        DMatrixRMaj solution = new DMatrixRMaj(free.length, 1);
        if (solver.setA(part)) {
            solver.solve(right, solution);
        }
        for (int row = 0; row < free.length; row++) {
            direction[free[row]] = solution.get(row, 0);
        }
        return direction;
    }

    /** The best of some lengths, cut at the bounds; the longest that no bound cuts is one of them. */
    private double[] descend(Function function, double[] at, double[] direction) {
        double least = function.value(at);
        double[] best = at;
        double uncut = uncut(at, direction);
        for (double length : new double[] {1, uncut, 0.5, 0.25, 0.5 * uncut, 0.1 * uncut}) {
            double[] next = cut(at, direction, length);
            double value = function.value(next);
            if (value < least) {
                least = value;
                best = next;
            }
            if (length == 1 && uncut == 1 && best == next) {
                break;
            }
        }
        return best;
    }

    private double uncut(double[] at, double[] direction) {
        double length = 1;
        for (int variable = 0; variable < at.length; variable++) {
            double bound = direction[variable] > 0 ? high[variable] : low[variable];
            if (direction[variable] != 0) {
                length = Math.min(length, (bound - at[variable]) / direction[variable]);
            }
        }
        return length;
    }

    private double[] cut(double[] at, double[] direction, double length) {
        double[] next = new double[at.length];
        for (int variable = 0; variable < at.length; variable++) {
            double moved = at[variable] + length * direction[variable];
            next[variable] = Math.max(low[variable], Math.min(high[variable], moved));
        }
        return next;
    }
}

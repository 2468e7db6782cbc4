package io.clearway.scenario.power.feeder;

import java.util.Arrays;

/**
 * AC power flow by Newton's method in polar coordinates (Tinney and Hart 1967). It starts flat, later from the last
 * solution; where that fails, flat again.
 */
public final class PowerFlow {
    private static final int MOST_ITERATIONS = 30;
    private static final double TOLERANCE = 1e-9;
    private static final double LOWEST_VOLTAGE = 0.1;

    private final Feeder feeder;
    private final NewtonMatrix matrix;
    private final double[] magnitude;
    private final double[] angle;
    private final double[] active;
    private final double[] reactive;

    /** @param feeder whose substation keeps 1 pu at angle 0 */
    public PowerFlow(Feeder feeder) {
        this.feeder = feeder;
        this.matrix = new NewtonMatrix(feeder);
        this.magnitude = new double[feeder.buses()];
        this.angle = new double[feeder.buses()];
        this.active = new double[feeder.buses()];
        this.reactive = new double[feeder.buses()];
        flat();
    }

    private void flat() {
        Arrays.fill(magnitude, 1);
        Arrays.fill(angle, 0);
    }

    /**
     * Finds the voltages for powers fed into the buses; what the substation's entries hold does not matter.
     *
     * @param activeIn P by bus (pu), negative for loads
     * @param reactiveIn Q by bus (pu)
     * @return whether there is a solution; if not, the voltages stay as they were
     */
    public boolean solve(double[] activeIn, double[] reactiveIn) {
        double[] magnitudeBefore = magnitude.clone();
        double[] angleBefore = angle.clone();
        if (iterate(activeIn, reactiveIn)) {
            return true;
        }
        flat();
        if (iterate(activeIn, reactiveIn)) {
            return true;
        }
        System.arraycopy(magnitudeBefore, 0, magnitude, 0, magnitude.length);
        System.arraycopy(angleBefore, 0, angle, 0, angle.length);
        return false;
    }

    private boolean iterate(double[] activeIn, double[] reactiveIn) {
        double[] right = new double[2 * feeder.buses()];
        double[] change = new double[2 * feeder.buses()];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double worst = mismatch(activeIn, reactiveIn, right);
            if (worst < TOLERANCE) {
                return true;
            }
            if (!Double.isFinite(worst) || !matrix.decompose(magnitude, angle)) {
                return false;
            }
            matrix.solve(right, change);
            for (int bus = 1; bus < feeder.buses(); bus++) {
                angle[bus] += change[2 * bus];
                magnitude[bus] += change[2 * bus + 1];
                if (!(magnitude[bus] > LOWEST_VOLTAGE)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Writes what is missing at each bus; returns the largest, not a number where one is. */
    private double mismatch(double[] activeIn, double[] reactiveIn, double[] to) {
        computePowers();
        double worst = 0;
        for (int bus = 1; bus < feeder.buses(); bus++) {
            to[2 * bus] = activeIn[bus] - active[bus];
            to[2 * bus + 1] = reactiveIn[bus] - reactive[bus];
            worst = Math.max(worst, Math.max(Math.abs(to[2 * bus]), Math.abs(to[2 * bus + 1])));
        }
        return worst;
    }

    private void computePowers() {
        Arrays.fill(active, 0);
        Arrays.fill(reactive, 0);
        for (Branch branch : feeder.branches()) {
            addFlow(branch, branch.from(), branch.to());
            addFlow(branch, branch.to(), branch.from());
        }
    }

    private void addFlow(Branch branch, int from, int to) {
        double g = branch.conductance();
        double b = branch.susceptance();
        double across = angle[from] - angle[to];
        double squared = magnitude[from] * magnitude[from];
        double product = magnitude[from] * magnitude[to];
        active[from] += squared * g - product * (g * Math.cos(across) + b * Math.sin(across));
        reactive[from] += -squared * b - product * (g * Math.sin(across) - b * Math.cos(across));
    }

    /** Voltage of a bus (pu). */
    public double magnitude(int bus) {
        return magnitude[bus];
    }

    /** All voltages (pu). */
    public double[] magnitudes() {
        return magnitude.clone();
    }

    /** Angle of a bus's voltage (rad). */
    public double angle(int bus) {
        return angle[bus];
    }

    /** Σ of active line losses (MW). */
    public double losses() {
        double sum = 0;
        for (Branch branch : feeder.branches()) {
            double one = magnitude[branch.from()];
            double other = magnitude[branch.to()];
            double across = angle[branch.from()] - angle[branch.to()];
            // |V_i − V_j|² without the cancellation that 1 − cos would suffer
            double half = Math.sin(across / 2);
            sum += branch.conductance() * ((one - other) * (one - other) + 4 * one * other * half * half);
        }
        return sum * feeder.megavoltAmperes();
    }

    /**
     * How all voltages change with the reactive power at some buses, at the last solution.
     *
     * @param buses where reactive power is fed in
     */
    public Sensitivity sensitivity(int[] buses) {
        double[][] angles = new double[buses.length][feeder.buses()];
        double[][] magnitudes = new double[buses.length][feeder.buses()];
        if (!matrix.decompose(magnitude, angle)) {
            throw new IllegalStateException("The Jacobian of a solved power flow is singular");
        }
        double[] change = new double[2 * feeder.buses()];
        for (int at = 0; at < buses.length; at++) {
            double[] right = new double[2 * feeder.buses()];
            right[2 * buses[at] + 1] = 1;
            matrix.solve(right, change);
            for (int bus = 1; bus < feeder.buses(); bus++) {
                angles[at][bus] = change[2 * bus];
                magnitudes[at][bus] = change[2 * bus + 1];
            }
        }
        return new Sensitivity(angles, magnitudes);
    }

    /**
     * Derivatives by reactive powers.
     *
     * @param angles [place][bus], ∂θ / ∂Q (rad/pu)
     * @param magnitudes [place][bus], ∂v / ∂Q (pu/pu)
     */
    @SuppressWarnings("ArrayRecordComponent") // made for one use, never compared
    public record Sensitivity(double[][] angles, double[][] magnitudes) {}
}

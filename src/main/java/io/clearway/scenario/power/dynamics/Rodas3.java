package io.clearway.scenario.power.dynamics;

import java.util.Arrays;

/**
 * The Rosenbrock method RODAS3 (Sandu et al. 1997, Benchmarking stiff ODE solvers for atmospheric chemistry problems
 * II): order 3 with an error estimate of order 2, L-stable and stiffly accurate, four stages with one decomposition a
 * step. Steps are chosen by the error. It continues with the step that it ended with.
 */
public final class Rodas3 {
    private static final double GAMMA = 0.5;
    private static final double LAST_STAGE = 8.0 / 3;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double MOST_FACTOR = 5;
    private static final double ORDER = 3;
    private static final int MOST_STEPS = 100_000;
    private static final double SHORTEST = 1e-12;

    private final StiffSystem system;
    private final double tolerance;
    private final StageMatrix matrix;
    private final double[] first;
    private final double[] second;
    private final double[] third;
    private final double[] fourth;
    private final double[] right;
    private final double[] between;
    private double step;

    /** The equations cannot be integrated any further. */
    public static final class IntegrationFailed extends Exception {
        private static final long serialVersionUID = 1;

        IntegrationFailed(String message) {
            super(message);
        }
    }

    /**
     * A method for a system.
     *
     * @param tolerance error of a step against the magnitude of each value, root of the mean square over them
     * @param firstStep first step to try, in the system's unit of time
     * @param state any, to learn which entries the Jacobian has
     */
    public Rodas3(StiffSystem system, double tolerance, double firstStep, double[] state) {
        this.system = system;
        this.tolerance = tolerance;
        this.step = firstStep;
        this.matrix = new StageMatrix(system, state);
        int size = system.size();
        this.first = new double[size];
        this.second = new double[size];
        this.third = new double[size];
        this.fourth = new double[size];
        this.right = new double[size];
        this.between = new double[size];
    }

    /** Begins with a step of at most this, as after a jump of what the system depends on. */
    public void limitStep(double most) {
        step = Math.min(step, most);
    }

    /**
     * Integrates for a time; the state becomes that at its end.
     *
     * @throws IntegrationFailed where steps become too short or too many, or the state infinite
     */
    public void advance(double[] state, double time) throws IntegrationFailed {
        double left = time;
        boolean accepted = true;
        for (int count = 0; left > SHORTEST * time; count++) {
            if (count == MOST_STEPS || step < SHORTEST * time) {
                throw new IntegrationFailed("After %d steps %.3g of %.3g is left, and the next step would be %.3g"
                        .formatted(count, left, time, step));
            }
            if (accepted) {
                matrix.linearize(state);
            }
            double used = Math.min(step, left);
            double error = attempt(state, used);
            accepted = error <= 1;
            if (accepted) {
                addStages(state, 2, 1, 1);
                left -= used;
            }
            double factor = Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, SAFETY * Math.pow(error, -1 / ORDER)));
            // a step that was cut to the end says nothing against a longer one
            step = accepted && used < step ? Math.max(step, factor * used) : factor * used;
        }
    }

    /** The stages of a step from a state; their error, above 1 where it is too large. */
    private double attempt(double[] state, double used) {
        if (!matrix.decompose(1 / (GAMMA * used))) {
            return Double.MAX_VALUE;
        }
        system.derivative(state, right);
        matrix.solve(right, first);
        addTo(right, first, 4 / used);
        matrix.solve(right, second);
        between(state, 0);
        system.derivative(between, right);
        addTo(right, first, 1 / used);
        addTo(right, second, -1 / used);
        matrix.solve(right, third);
        between(state, 1);
        system.derivative(between, right);
        addTo(right, first, 1 / used);
        addTo(right, second, -1 / used);
        addTo(right, third, -LAST_STAGE / used);
        matrix.solve(right, fourth);
        return error(state);
    }

    /** y + 2 k₁ + share · k₃. */
    private void between(double[] state, double share) {
        System.arraycopy(state, 0, between, 0, state.length);
        addStages(between, 2, share, 0);
    }

    private void addStages(double[] to, double ofFirst, double ofThird, double ofFourth) {
        for (int i = 0; i < to.length; i++) {
            to[i] += ofFirst * first[i] + ofThird * third[i] + ofFourth * fourth[i];
        }
    }

    private static void addTo(double[] to, double[] stage, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * stage[i];
        }
    }

    /** The last stage is the difference to the method of order 2. */
    private double error(double[] state) {
        double sum = 0;
        for (int i = 0; i < state.length; i++) {
            double against = tolerance * Math.max(system.magnitude(i), Math.abs(state[i]));
            sum += fourth[i] / against * (fourth[i] / against);
        }
        double error = Math.sqrt(sum / state.length);
        return Double.isFinite(error) ? error : Double.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "RODAS3, step %.3g, last stage %s".formatted(step, Arrays.toString(fourth));
    }
}

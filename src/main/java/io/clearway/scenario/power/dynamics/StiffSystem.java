package io.clearway.scenario.power.dynamics;

/** A system of ordinary differential equations y′ = f(y) that is stiff, and whose Jacobian is sparse. */
public interface StiffSystem {
    /** Number of values of y. */
    int size();

    /** Writes f(y). */
    void derivative(double[] state, double[] to);

    /** Stamps ∂f/∂y: the same places in the same order at every call. */
    void jacobian(double[] state, Stamps to);

    /** A typical magnitude of a value of y; errors are measured against it while the value itself is smaller. */
    double magnitude(int value);
}

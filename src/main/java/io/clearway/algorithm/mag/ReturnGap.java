package io.clearway.algorithm.mag;

import java.util.List;

/**
 * Theorem 1 of Wu et al. 2023: how far the return that a model promises may be from the true one, |J(π) − J^P̂(π)| ≤
 * R_max / (1 − γ)² · (2 ε_π + (1 − γ) Σ_{t≥1} γ^t ε_m,t).
 */
final class ReturnGap {
    private ReturnGap() {}

    /**
     * The bound per unit of R_max.
     *
     * @param discount γ below 1
     * @param policyShift ε_π: largest total variation distance of the joint policy from the one that collected the data
     * @param modelErrors ε_m,t of the steps t = 1, 2, … of a rollout, at least one; later steps are taken to have that
     *     of the last
     */
    static double of(double discount, double policyShift, List<Double> modelErrors) {
        double sum = 0;
        double weight = 1;
        for (double error : modelErrors) {
            weight *= discount;
            sum += weight * error;
        }
        double beyond = weight * discount / (1 - discount);
        sum += beyond * modelErrors.get(modelErrors.size() - 1);
        return (2 * policyShift + (1 - discount) * sum) / ((1 - discount) * (1 - discount));
    }
}

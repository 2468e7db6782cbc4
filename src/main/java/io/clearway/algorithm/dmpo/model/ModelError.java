package io.clearway.algorithm.dmpo.model;

import java.util.List;

/**
 * Error of the model on held-out play.
 *
 * @param state squared error of predicted states over the squared distance of the true ones from their mean, each value
 *     in units of its change's deviation (the authors' relative error); predicting the mean gives 1
 * @param reward squared error of predicted rewards over their squared distance from the mean
 * @param legality share of actions whose legality is predicted wrongly
 */
public record ModelError(double state, double reward, double legality) {
    /** Share of wrong legalities above which imagined play would be of a different problem. */
    private static final double LEGALITY_THRESHOLD = 0.1;

    /** Nothing to validate on: never good enough. */
    static final ModelError UNKNOWN = new ModelError(Double.NaN, Double.NaN, Double.NaN);

    /** Mean of each figure over several models; unknown when one is. */
    public static ModelError mean(List<ModelError> errors) {
        return new ModelError(
                errors.stream().mapToDouble(ModelError::state).average().orElse(Double.NaN),
                errors.stream().mapToDouble(ModelError::reward).average().orElse(Double.NaN),
                errors.stream().mapToDouble(ModelError::legality).average().orElse(Double.NaN));
    }

    /** Whether the model may be used; an unknown error is too large. */
    public boolean below(double threshold) {
        return state < threshold && reward < threshold && legality < LEGALITY_THRESHOLD;
    }

    /** Whether there was play to validate on. */
    boolean known() {
        return !Double.isNaN(sum());
    }

    /** One figure to compare by. */
    public double sum() {
        return state + reward + legality;
    }
}

package io.clearway.deployments.control;

/**
 * Counts of a deployment's decisions.
 *
 * @param decisions decisions requested of the controller
 * @param late those that did not come within the deadline
 * @param failed those that ended in an exception
 * @param refused phase changes that the safety envelope rejected, over all signals
 */
public record DecisionCounts(int decisions, int late, int failed, int refused) {
    /** Before the first decision. */
    public static final DecisionCounts NONE = new DecisionCounts(0, 0, 0, 0);
}

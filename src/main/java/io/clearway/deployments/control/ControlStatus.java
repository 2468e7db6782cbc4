package io.clearway.deployments.control;

/**
 * Who decides what a signal shows.
 *
 * @param mode the controller, an operator, or fixed time for a reason
 * @param sinceSeconds simulated time since which that is so
 * @param reason for people; empty when the controller decides
 */
public record ControlStatus(ControlMode mode, double sinceSeconds, String reason) {}

package io.clearway.deployments;

/**
 * What one signal of a live simulation has before its stop lines at one moment.
 *
 * @param light the signal
 * @param meanQueueVehicles halting vehicles per link of the signal, as in the papers
 * @param haltingVehicles halting vehicles on its incoming lanes
 * @param meanWaitingSeconds present waiting time per vehicle on its incoming lanes
 */
public record IntersectionMetrics(
        String light, double meanQueueVehicles, int haltingVehicles, double meanWaitingSeconds) {}

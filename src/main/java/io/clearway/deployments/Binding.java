package io.clearway.deployments;

import io.clearway.network.ControllerSource;
import io.clearway.scenario.LiveInterface;

/**
 * A deployment's controller and its view of the simulation.
 *
 * @param scenario reads and controls a live simulation, with the settings of the controller
 * @param controllers makes a fresh controller
 */
public record Binding(LiveInterface scenario, ControllerSource controllers) {}

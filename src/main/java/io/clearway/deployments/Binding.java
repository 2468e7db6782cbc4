package io.clearway.deployments;

import io.clearway.network.ControllerSource;
import io.clearway.scenario.LiveInterface;

/**
 * Everything a deployment needs, found.
 *
 * @param scenario how the scenario looks at a live simulation under the controller's settings
 * @param controllers makes the controller
 */
public record Binding(LiveInterface scenario, ControllerSource controllers) {}

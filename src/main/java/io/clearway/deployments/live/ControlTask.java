package io.clearway.deployments.live;

import io.clearway.deployments.Binding;
import io.clearway.deployments.DriveLimits;
import java.util.UUID;

/**
 * What a {@link ControlLoop} is to do.
 *
 * @param id of the deployment or recording; the controller's seed and the names of threads come from it
 * @param scenario name of the scenario, for messages
 * @param binding the controller, and the scenario's view of the simulation
 * @param limits time between decisions, deadline of the controller, end
 */
public record ControlTask(UUID id, String scenario, Binding binding, DriveLimits limits) {}

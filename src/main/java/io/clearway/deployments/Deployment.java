package io.clearway.deployments;

import io.clearway.simulation.LiveAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * A controller bound to a live simulation.
 *
 * @param id unique
 * @param name for people
 * @param simulator where the simulation listens
 * @param scenario name of the scenario whose network it runs
 * @param controller which controller decides
 * @param limits time between decisions, deadline, end, recovery
 * @param created when it was requested
 */
public record Deployment(
        UUID id,
        String name,
        LiveAddress simulator,
        String scenario,
        ControllerChoice controller,
        DriveLimits limits,
        Instant created) {}

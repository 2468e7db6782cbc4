package io.clearway.deployments.live;

import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;

/** Receives the progress of a {@link ControlLoop}, on its thread. */
public interface DriveListener {
    /** The state changed; metrics and signals are as last reported. */
    void stateChanged(DeploymentState state, String message);

    /** One more decision was carried out. */
    void decided(DeploymentReport report);
}

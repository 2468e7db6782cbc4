package io.clearway.deployments.live;

import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;

/** Told how a drive goes. */
public interface DriveListener {
    /** Another state, all figures as they were. */
    void turn(DeploymentState state, String message);

    /** The driving of one more decision. */
    void note(DeploymentReport next);
}

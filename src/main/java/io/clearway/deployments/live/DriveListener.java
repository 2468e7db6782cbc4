package io.clearway.deployments.live;

import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.control.SignalEvent;

/** Receives the progress of a {@link ControlLoop}, on its thread. */
public interface DriveListener {
    /** The state changed; metrics and signals are as last reported. */
    void stateChanged(DeploymentState state, String message);

    /** A signal had a fault, or an operator gave an order. */
    default void happened(SignalEvent event) {}

    /** One more decision was carried out. */
    void decided(DeploymentReport report);
}

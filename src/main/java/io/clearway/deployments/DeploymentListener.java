package io.clearway.deployments;

import io.clearway.deployments.control.SignalEvent;

/** Receives the progress of deployments, on their own threads: must return at once and must not fail. */
public interface DeploymentListener {
    /** One that ignores everything. */
    DeploymentListener NONE = new DeploymentListener() {
        @Override
        public void reported(Deployment deployment, DeploymentReport report) {}

        @Override
        public void ended(Deployment deployment) {}
    };

    /** A new report, after every decision and at every change of state. */
    void reported(Deployment deployment, DeploymentReport report);

    /** A signal had a fault, or an operator gave an order. */
    default void happened(Deployment deployment, SignalEvent event) {}

    /** So many seconds of its event log could not be written; also called by the log's own thread. */
    default void unlogged(Deployment deployment, long seconds) {}

    /** There are no more reports of it. */
    void ended(Deployment deployment);
}

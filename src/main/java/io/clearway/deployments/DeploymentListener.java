package io.clearway.deployments;

/** Told how deployments go, on their own threads: must return at once and must not fail. */
public interface DeploymentListener {
    /** Nobody who listens. */
    DeploymentListener NOBODY = new DeploymentListener() {
        @Override
        public void reported(Deployment deployment, DeploymentReport report) {}

        @Override
        public void ended(Deployment deployment) {}
    };

    /** After every decision and at every change of state. */
    void reported(Deployment deployment, DeploymentReport report);

    /** Nothing more will be reported of it. */
    void ended(Deployment deployment);
}

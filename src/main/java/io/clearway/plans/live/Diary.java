package io.clearway.plans.live;

import io.clearway.plans.DeploymentReport;
import io.clearway.plans.DeploymentState;

/** Told how a drive goes. */
interface Diary {
    /** Another state, all figures as they were. */
    void turn(DeploymentState state, String message);

    /** The driving of one more decision. */
    void note(DeploymentReport next);
}

package io.clearway.deployments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A deployment as it is now. In JSON, in which it is stored, the live status is fields of it.
 *
 * @param state of the deployment
 * @param message reason of the state, for people; may be empty
 * @param live what is known of the simulation and its signals
 * @param updated wall-clock time of this report
 */
public record DeploymentReport(
        DeploymentState state,
        String message,
        @JsonUnwrapped LiveStatus live,
        Instant updated) {
    /** Of a deployment that has not begun. */
    public static DeploymentReport connecting(Instant now) {
        return new DeploymentReport(DeploymentState.CONNECTING, "", LiveStatus.NONE, now);
    }

    /** The same in another state. */
    public DeploymentReport in(DeploymentState other, String otherMessage, Instant now) {
        return new DeploymentReport(other, otherMessage, live, now);
    }
}

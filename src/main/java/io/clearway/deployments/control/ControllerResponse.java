package io.clearway.deployments.control;

import io.clearway.network.JointAction;

/** How the controller responded to the request for one decision. */
public sealed interface ControllerResponse {
    /** It answered in time; whether the action is legal is checked later. */
    record Answered(JointAction action) implements ControllerResponse {}

    /** It did not respond within its deadline. */
    record Late(String reason) implements ControllerResponse {}

    /** It threw an exception. */
    record Failed(String reason) implements ControllerResponse {}
}

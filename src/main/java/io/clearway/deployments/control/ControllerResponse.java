package io.clearway.deployments.control;

import io.clearway.network.JointAction;

/** What came of asking the controller for one decision. */
public sealed interface ControllerResponse {
    /** It answered in time; whether the answer is of use is not said. */
    record Answered(JointAction action) implements ControllerResponse {}

    /** It did not answer within its deadline. */
    record Late(String why) implements ControllerResponse {}

    /** It threw an exception. */
    record Failed(String why) implements ControllerResponse {}
}

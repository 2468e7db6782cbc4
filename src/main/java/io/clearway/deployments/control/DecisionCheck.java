package io.clearway.deployments.control;

import io.clearway.network.JointObservation;

/**
 * Whether a signal can follow its controller at one decision.
 *
 * @param mode who is to decide: the controller, or fixed time for a reason
 * @param choice the controller's action for this signal; −1 when there is no usable one
 * @param reason for people; empty when the choice is good
 */
record DecisionCheck(ControlMode mode, int choice, String reason) {
    private static final int NONE = -1;

    /** Checks one agent's part of a response. */
    static DecisionCheck of(int agent, JointObservation observation, ControllerResponse response) {
        if (response instanceof ControllerResponse.Late late) {
            return new DecisionCheck(ControlMode.FIXED_TIME_LATE, NONE, late.reason());
        }
        if (response instanceof ControllerResponse.Failed failed) {
            return failed(failed);
        }
        if (!observation.isFinite(agent)) {
            return new DecisionCheck(ControlMode.FIXED_TIME_BAD_READING, NONE, "a sensor value is not a finite number");
        }
        return ofChoice(((ControllerResponse.Answered) response), agent, observation.legal(agent));
    }

    /** There is no decision. */
    static DecisionCheck failed(ControllerResponse.Failed failure) {
        return new DecisionCheck(ControlMode.FIXED_TIME_FAILED, NONE, failure.reason());
    }

    /** Whether the controller can be followed. */
    boolean good() {
        return mode == ControlMode.CONTROLLER;
    }

    private static DecisionCheck ofChoice(ControllerResponse.Answered answer, int agent, boolean[] legal) {
        if (agent >= answer.action().agents()) {
            return illegal("the controller gave no action for this signal");
        }
        int choice = answer.action().choice(agent);
        if (choice < 0 || choice >= legal.length) {
            return illegal("the controller chose action %d of 0 … %d".formatted(choice, legal.length - 1));
        }
        if (!legal[choice]) {
            return illegal("the controller chose action %d, which is masked out now".formatted(choice));
        }
        return new DecisionCheck(ControlMode.CONTROLLER, choice, "");
    }

    private static DecisionCheck illegal(String reason) {
        return new DecisionCheck(ControlMode.FIXED_TIME_ILLEGAL_ACTION, NONE, reason);
    }
}

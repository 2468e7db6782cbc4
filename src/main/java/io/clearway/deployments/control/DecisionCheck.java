package io.clearway.deployments.control;

import io.clearway.network.JointObservation;

/**
 * Whether a signal can follow its controller at one decision.
 *
 * @param authority who is to decide: the controller, or fixed time for a reason
 * @param choice the controller's choice; −1 when there is none of use
 * @param why in words; empty when the choice is good
 */
record DecisionCheck(ControlMode authority, int choice, String why) {
    private static final int NONE = -1;

    /** Of one agent's part in a verdict. */
    static DecisionCheck of(int agent, JointObservation observation, ControllerResponse verdict) {
        if (verdict instanceof ControllerResponse.Late late) {
            return new DecisionCheck(ControlMode.FIXED_TIME_LATE, NONE, late.why());
        }
        if (verdict instanceof ControllerResponse.Failed failed) {
            return new DecisionCheck(ControlMode.FIXED_TIME_FAILED, NONE, failed.why());
        }
        if (!readable(agent, observation)) {
            return new DecisionCheck(ControlMode.FIXED_TIME_BAD_READING, NONE, "a sensor value is no finite number");
        }
        return ofChoice(((ControllerResponse.Answered) verdict), agent, observation.legal(agent));
    }

    /** Whether the controller can be followed. */
    boolean good() {
        return authority == ControlMode.CONTROLLER;
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

    private static DecisionCheck illegal(String why) {
        return new DecisionCheck(ControlMode.FIXED_TIME_ILLEGAL_ACTION, NONE, why);
    }

    private static boolean readable(int agent, JointObservation observation) {
        for (float value : observation.local(agent)) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        for (double value : observation.readings(agent)) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}

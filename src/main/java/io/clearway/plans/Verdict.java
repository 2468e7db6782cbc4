package io.clearway.plans;

import io.clearway.network.JointAction;

/** What came of asking the controller for one decision. */
public sealed interface Verdict {
    /** It answered in time; whether the answer is of use is not said. */
    record Answered(JointAction action) implements Verdict {}

    /** It did not answer within its deadline. */
    record Late(String why) implements Verdict {}

    /** It threw an exception. */
    record Failed(String why) implements Verdict {}
}

package io.clearway.network;

import java.util.Arrays;

/** One discrete choice per agent. */
public final class JointAction {
    private final int[] choices;

    private JointAction(int[] choices) {
        this.choices = choices;
    }

    /** The joint action of these choices, in the order of the agents. */
    public static JointAction of(int... choices) {
        return new JointAction(choices.clone());
    }

    /** Number of agents. */
    public int agents() {
        return choices.length;
    }

    /** Choice of an agent. */
    public int choice(int agent) {
        return choices[agent];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointAction that && Arrays.equals(choices, that.choices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(choices);
    }

    @Override
    public String toString() {
        return Arrays.toString(choices);
    }
}

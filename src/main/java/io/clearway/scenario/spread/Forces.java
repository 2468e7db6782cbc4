package io.clearway.scenario.spread;

import io.clearway.network.ActionSpace.Box;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.JointAction;
import java.util.Collections;

/** Five numbers in (−1, 1) as an action: the first does nothing, the others push to +x, −x, +y and −y. */
final class Forces {
    static final Box SPACE = new Box(Collections.nCopies(5, new Interval(-1, 1)));

    /** The strongest force along an axis. */
    static final double STRONGEST = 10;

    private static final double PER_UNIT = 5;

    private Forces() {}

    /** F = 5 (a₂ − a₃, a₄ − a₅) of all agents, x and y of each. */
    static double[] of(JointAction action) {
        double[] forces = new double[2 * action.agents()];
        for (int agent = 0; agent < action.agents(); agent++) {
            for (int axis = 0; axis < 2; axis++) {
                forces[2 * agent + axis] =
                        PER_UNIT * (cut(action.value(agent, 1 + 2 * axis)) - cut(action.value(agent, 2 + 2 * axis)));
            }
        }
        return forces;
    }

    /** The joint action that makes these forces, as far as it can. */
    static JointAction action(double[] forces) {
        double[][] actions = new double[forces.length / 2][5];
        for (int agent = 0; agent < actions.length; agent++) {
            for (int axis = 0; axis < 2; axis++) {
                double share = cut(forces[2 * agent + axis] / STRONGEST);
                actions[agent][1 + 2 * axis] = share;
                actions[agent][2 + 2 * axis] = -share;
            }
        }
        return JointAction.ofVectors(actions);
    }

    private static double cut(double number) {
        return Math.max(-1, Math.min(1, number));
    }
}

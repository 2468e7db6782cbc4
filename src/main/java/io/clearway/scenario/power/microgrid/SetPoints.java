package io.clearway.scenario.power.microgrid;

import io.clearway.network.ActionSpace;
import io.clearway.network.JointAction;

/** Voltage set-points as actions (Chen et al. 2020): ten levels, or any voltage between the bounds. */
final class SetPoints {
    static final double LOWEST = 490;
    static final double HIGHEST = 540;
    static final int LEVELS = 10;
    static final double BETWEEN_LEVELS = 5;

    private SetPoints() {}

    /** What an agent chooses from: a level, or a voltage (V). */
    static ActionSpace space(MicrogridSettings.Actions actions) {
        return actions == MicrogridSettings.Actions.LEVELS
                ? new ActionSpace.Discrete(LEVELS)
                : ActionSpace.Box.of(LOWEST, HIGHEST);
    }

    /** The set-point of an agent (V). */
    static double volt(JointAction action, int agent) {
        double chosen =
                action.numbers(agent) == 0 ? LOWEST + BETWEEN_LEVELS * action.choice(agent) : action.value(agent);
        return Math.max(LOWEST, Math.min(HIGHEST, chosen));
    }

    /**
     * The joint action closest to some set-points (V).
     *
     * @param levels whether agents choose levels
     */
    static JointAction action(double[] volts, boolean levels) {
        if (!levels) {
            double[] within = volts.clone();
            for (int agent = 0; agent < within.length; agent++) {
                within[agent] = Math.max(LOWEST, Math.min(HIGHEST, within[agent]));
            }
            return JointAction.ofValues(within);
        }
        int[] choices = new int[volts.length];
        for (int agent = 0; agent < choices.length; agent++) {
            long level = Math.round((volts[agent] - LOWEST) / BETWEEN_LEVELS);
            choices[agent] = (int) Math.max(0, Math.min(LEVELS - 1, level));
        }
        return JointAction.of(choices);
    }
}

package io.clearway.scenario.power.microgrid;

import io.clearway.setting.InvalidSetting;

/**
 * What can be chosen about a microgrid.
 *
 * @param actions what an agent chooses from
 * @param disturbance how loads differ from their nominal ones
 * @param frequencyControlFrom decision from which on frequencies are controlled as well; 9 in the authors' code, 1 as
 *     their text says, 21 never
 * @param reward what learners are rewarded with
 */
public record MicrogridSettings(Actions actions, Disturbance disturbance, int frequencyControlFrom, Reward reward) {
    /** As in the authors' code, but for each agent's own reward. */
    public static final MicrogridSettings DEFAULTS =
            new MicrogridSettings(Actions.LEVELS, Disturbance.START, 9, Reward.OWN);

    public MicrogridSettings {
        if (frequencyControlFrom < 1 || frequencyControlFrom > MicrogridEpisode.HORIZON + 1) {
            throw new InvalidSetting(
                    "frequencyControlFrom",
                    frequencyControlFrom,
                    "give a whole number from 1 to " + (MicrogridEpisode.HORIZON + 1));
        }
    }

    /** What an agent chooses from. */
    public enum Actions {
        /** Ten set-points: 490, 495 … 535 V. */
        LEVELS,
        /** Any set-point from 490 to 540 V. */
        CONTINUOUS
    }

    /** How loads differ from their nominal ones. */
    public enum Disturbance {
        /** Not at all. */
        NONE,
        /** Each resistance and inductance is multiplied by 0.8 to 1.2, drawn by the seed at the start. */
        START,
        /** Besides, each multiplier moves by up to 0.05 at every decision. */
        STEPS
    }

    /** What learners are rewarded with. */
    public enum Reward {
        /** Each agent with its own. */
        OWN,
        /** Each with the sum over all, as in the authors' code. */
        SHARED
    }
}

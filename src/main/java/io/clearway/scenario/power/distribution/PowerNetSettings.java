package io.clearway.scenario.power.distribution;

import io.clearway.setting.InvalidSetting;

/**
 * What can be chosen about a distribution network.
 *
 * @param agents who decides
 * @param links who is connected to whom
 * @param actionScale largest share of its room for reactive power that an inverter uses, above 0 up to 1
 * @param goal what learners are rewarded with
 * @param day what comes from outside
 */
public record PowerNetSettings(Agents agents, Links links, double actionScale, Goal goal, Day day) {
    public PowerNetSettings {
        if (!(actionScale > 0 && actionScale <= 1)) {
            throw new InvalidSetting("actionScale", actionScale, "give a number above 0, up to 1");
        }
    }

    /**
     * Defaults of a network: its action scale and barrier, all else as in the paper, the sun as in the authors' code.
     */
    static PowerNetSettings with(double actionScale, Barrier barrier) {
        return new PowerNetSettings(
                Agents.ZONES, Links.LINES, actionScale, new Goal(Reward.PAPER, barrier, 0.1, -200), new Day(0.5, true));
    }

    /** Who decides. */
    public enum Agents {
        /** An agent for each zone, with one real number per inverter. */
        ZONES,
        /** An agent for each inverter. */
        INVERTERS
    }

    /** Who is connected to whom. */
    public enum Links {
        /** Zones that a line joins; inverters of the same zone or of such zones. */
        LINES,
        /** Nobody, as in the authors' code. */
        IDENTITY
    }

    /** What learners are rewarded with. */
    public enum Reward {
        /** −mean barrier − reactiveWeight · mean |q|. */
        PAPER,
        /** 1 while all voltages are within the band, else 0, as in the authors' code. */
        INDICATOR
    }

    /**
     * What learners are rewarded with; each agent gets the same.
     *
     * @param reward by what
     * @param barrier how a voltage counts in the paper's reward
     * @param reactiveWeight weight of mean |q| (Mvar) there; 0.1 in the paper, 0 in the authors' code
     * @param failureReward where the power flow has no solution, which ends the episode; −200 in MAPDN, −20 in the
     *     authors' code
     */
    public record Goal(Reward reward, Barrier barrier, double reactiveWeight, double failureReward) {
        public Goal {
            if (!(reactiveWeight >= 0) || Double.isInfinite(reactiveWeight)) {
                throw new InvalidSetting("reactiveWeight", reactiveWeight, "give a number of 0 or more, such as 0.1");
            }
            if (!(failureReward <= 0) || Double.isInfinite(failureReward)) {
                throw new InvalidSetting("failureReward", failureReward, "give a number of 0 or less, such as -200");
            }
        }
    }

    /**
     * What comes from outside.
     *
     * @param sunScale photovoltaic power by the peak of the network; 1 in MAPDN
     * @param noise whether noise is added to loads and sun
     */
    public record Day(double sunScale, boolean noise) {
        public Day {
            if (!(sunScale > 0 && sunScale <= 1)) {
                throw new InvalidSetting("sunScale", sunScale, "give a number above 0, up to 1");
            }
        }
    }
}

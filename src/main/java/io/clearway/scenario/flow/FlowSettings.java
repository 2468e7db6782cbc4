package io.clearway.scenario.flow;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.DriverChecks;

/**
 * What can be chosen about vehicles on a closed road.
 *
 * @param observation what agents observe
 * @param reward what they are rewarded for
 * @param driving what controls the vehicles
 * @param task vehicles and decisions of an episode, and their bounds
 * @param scatter share of the free space between the vehicles by which their start positions are shifted randomly; 0,
 *     as in the papers, is always the same start
 */
public record FlowSettings(Observation observation, Reward reward, Driving driving, DrivingTask task, double scatter) {
    private static final double DEFAULT_SCATTER = 0.5;

    public FlowSettings {
        if (!(scatter >= 0 && scatter <= 1)) {
            throw new InvalidSetting("scatter", scatter, "give a number from 0 to 1");
        }
    }

    /** What agents observe. */
    public enum Observation {
        /** Speed and place on the road. */
        PAPER,
        /** Also the gap to the vehicle ahead and its speed. */
        FULL
    }

    /** What agents are rewarded for. */
    public enum Reward {
        /** The local reward of the paper. */
        PAPER,
        /** An equal share of what the step adds to the score, for every vehicle. */
        SCORE
    }

    /** What controls the vehicles. */
    public enum Control {
        /** The actions of the agents. */
        AGENTS,
        /** The simulator's driver model; actions are ignored. */
        DRIVERS
    }

    /** What drivers insist on whatever is commanded. */
    public enum Checks {
        /** Safe speed behind the vehicle ahead on the same route, as in the papers. */
        SAFE_SPEED,
        /** Right of way at the crossing in addition. */
        RIGHT_OF_WAY,
        /** Also bounds of acceleration and deceleration. */
        ALL
    }

    /** What controls the vehicles, and the checks that drivers apply. */
    public record Driving(Control control, Checks checks) {
        boolean byDrivers() {
            return control == Control.DRIVERS;
        }

        DriverChecks driverChecks() {
            boolean all = checks == Checks.ALL;
            return new DriverChecks(true, all, all, checks != Checks.SAFE_SPEED, all);
        }
    }

    /**
     * Size and bounds of an episode.
     *
     * @param vehicles how many, each an agent
     * @param decisions in an episode, of 0.1 s each
     * @param targetSpeed of rewards and score, in m/s
     * @param acceleration largest acceleration and deceleration that can be commanded, in m/s²
     */
    public record DrivingTask(int vehicles, int decisions, double targetSpeed, double acceleration) {
        private static final int FEWEST_VEHICLES = 3;
        private static final int MOST_VEHICLES = 1000;
        private static final int MOST_DECISIONS = 36_000;
        private static final double FASTEST = 30;
        private static final double STRONGEST = 10;

        public DrivingTask {
            requireCount("vehicles", vehicles, FEWEST_VEHICLES, MOST_VEHICLES);
            requireCount("decisions", decisions, 1, MOST_DECISIONS);
            requireAbove0("targetSpeed", targetSpeed, FASTEST);
            requireAbove0("acceleration", acceleration, STRONGEST);
        }

        private static void requireCount(String field, int given, int fewest, int most) {
            if (given < fewest || given > most) {
                throw new InvalidSetting(field, given, "give a whole number from %d to %d".formatted(fewest, most));
            }
        }

        private static void requireAbove0(String field, double given, double most) {
            if (!(given > 0 && given <= most)) {
                throw new InvalidSetting(field, given, "give a number above 0 and up to %s".formatted(most));
            }
        }
    }

    /** The problem as the paper has it. */
    static FlowSettings paper(FlowDefinition definition) {
        FlowDefinition.Goal goal = definition.goal();
        return new FlowSettings(
                Observation.PAPER,
                Reward.PAPER,
                new Driving(Control.AGENTS, Checks.SAFE_SPEED),
                new DrivingTask(
                        definition.traffic().vehicles(), goal.decisions(), goal.targetSpeed(), goal.acceleration()),
                0);
    }

    /** What Clearway trains under by default: the paper's, but agents observe more and starts differ. */
    static FlowSettings defaults(FlowDefinition definition) {
        FlowSettings paper = paper(definition);
        return new FlowSettings(Observation.FULL, paper.reward, paper.driving, paper.task, DEFAULT_SCATTER);
    }

    /** The same traffic as rules need it: the paper's interface, driven by agents or by the drivers. */
    FlowSettings forRule(Control by) {
        return new FlowSettings(Observation.PAPER, Reward.PAPER, new Driving(by, driving.checks()), task, scatter);
    }
}

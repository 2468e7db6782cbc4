package io.clearway.scenario.flow;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.DriverChecks;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What can be chosen about vehicles on a closed road.
 *
 * @param observation {@code paper}: speed and place on the road; {@code full}: also the gap to the vehicle ahead and
 *     its speed
 * @param reward {@code paper}: the local reward of the paper; {@code score}: an equal share of what the step adds to
 *     the score, for every vehicle
 * @param control {@code agents}: actions drive the vehicles; {@code drivers}: actions are ignored and the simulator's
 *     driver model drives them
 * @param checks what drivers insist on whatever is commanded: {@code safe-speed}, as in the papers, not to run into the
 *     vehicle ahead on the own way; {@code right-of-way}: also to give way at the crossing; {@code all}: also to bounds
 *     of acceleration and deceleration
 * @param vehicles how many, each an agent
 * @param decisions in an episode, of 0.1 s each
 * @param targetSpeed that rewards and score ask for, in m/s
 * @param acceleration largest acceleration and deceleration that can be commanded, in m/s²
 * @param scatter share of the free room between the vehicles by which their places at the start are shifted by chance;
 *     0, as in the papers, is always the same start
 */
public record FlowSettings(
        String observation,
        String reward,
        String control,
        String checks,
        int vehicles,
        int decisions,
        double targetSpeed,
        double acceleration,
        double scatter) {
    static final String PAPER = "paper";
    static final String AGENTS = "agents";
    static final String DRIVERS = "drivers";
    private static final List<String> CHECKS = List.of("safe-speed", "right-of-way", "all");
    private static final double DEFAULT_SCATTER = 0.5;
    private static final int FEWEST_VEHICLES = 3;
    private static final int MOST_VEHICLES = 1000;
    private static final int MOST_DECISIONS = 36_000;
    private static final double FASTEST = 30;
    private static final double STRONGEST = 10;

    public FlowSettings {
        requireOneOf("observation", observation, List.of(PAPER, "full"));
        requireOneOf("reward", reward, List.of(PAPER, "score"));
        requireOneOf("control", control, List.of(AGENTS, DRIVERS));
        requireOneOf("checks", checks, CHECKS);
        requireCount("vehicles", vehicles, FEWEST_VEHICLES, MOST_VEHICLES);
        requireCount("decisions", decisions, 1, MOST_DECISIONS);
        requireAbove0("targetSpeed", targetSpeed, FASTEST);
        requireAbove0("acceleration", acceleration, STRONGEST);
        if (!(scatter >= 0 && scatter <= 1)) {
            throw new InvalidSetting("scatter", scatter, "give a number from 0 to 1");
        }
    }

    /** The problem as the paper has it. */
    static FlowSettings paper(FlowDefinition definition) {
        return new FlowSettings(
                PAPER,
                PAPER,
                AGENTS,
                CHECKS.get(0),
                definition.traffic().vehicles(),
                definition.goal().decisions(),
                definition.goal().targetSpeed(),
                definition.goal().acceleration(),
                0);
    }

    /** What Clearway trains under unless told otherwise: the paper's, but agents see more and starts differ. */
    static FlowSettings defaults(FlowDefinition definition) {
        FlowSettings paper = paper(definition);
        return new FlowSettings(
                "full",
                paper.reward,
                paper.control,
                paper.checks,
                paper.vehicles,
                paper.decisions,
                paper.targetSpeed,
                paper.acceleration,
                DEFAULT_SCATTER);
    }

    /** The same traffic as rules need it: the paper's interface, driven by agents or by the drivers. */
    FlowSettings forRule(String by) {
        return new FlowSettings(PAPER, PAPER, by, checks, vehicles, decisions, targetSpeed, acceleration, scatter);
    }

    boolean observesGaps() {
        return !observation.equals(PAPER);
    }

    boolean sharesScore() {
        return !reward.equals(PAPER);
    }

    boolean driversDrive() {
        return control.equals(DRIVERS);
    }

    DriverChecks driverChecks() {
        int insisted = CHECKS.indexOf(checks);
        return new DriverChecks(true, insisted > 1, insisted > 1, insisted > 0, insisted > 1);
    }

    private static void requireOneOf(String field, String given, List<String> words) {
        if (!words.contains(given)) {
            throw new InvalidSetting(field, given, words.stream().collect(Collectors.joining("' or '", "give '", "'")));
        }
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

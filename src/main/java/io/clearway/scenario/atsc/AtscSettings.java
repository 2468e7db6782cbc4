package io.clearway.scenario.atsc;

import io.clearway.setting.InvalidSetting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What can be chosen about a signal-control problem.
 *
 * @param observation {@code paper}: vehicles on the detector of each link; {@code full}: counts on whole lanes and
 *     detectors, room downstream, and the signal's own state
 * @param reward {@code paper}: halting vehicles on the detectors of the links; {@code area}: all vehicles on the own
 *     and half of those on the neighbors' incoming lanes
 * @param minimumGreenSeconds a phase is not left sooner than this after the decision that chose it, its transition
 *     included; a multiple of the time between decisions, and that time itself is no limit
 * @param demand {@code paper}: always the same departures; {@code varied}: Poisson departures drawn from the seed
 * @param demandScale factor on all rates
 * @param control {@code agents}: actions run the signals; {@code program}: actions are ignored and the network's own
 *     fixed-time program runs them
 */
public record AtscSettings(
        String observation, String reward, int minimumGreenSeconds, String demand, double demandScale, String control) {
    private static final int LONGEST_MINIMUM_GREEN = 120;
    private static final int USUAL_MINIMUM_GREEN = 15;
    private static final double LARGEST_SCALE = 4;

    public AtscSettings {
        requireOneOf("observation", observation, ObservationKind.values());
        requireOneOf("reward", reward, RewardKind.values());
        requireOneOf("demand", demand, DemandKind.values());
        requireOneOf("control", control, ControlKind.values());
        if (!(demandScale > 0 && demandScale <= LARGEST_SCALE)) {
            throw new InvalidSetting(
                    "demandScale", demandScale, "give a number above 0 and up to %s".formatted(LARGEST_SCALE));
        }
    }

    /** The settings of the papers (Chu et al. 2020, Ma et al. 2024). */
    public static AtscSettings paper(AtscDefinition.Timing timing) {
        return new AtscSettings("paper", "paper", interval(timing), "paper", 1.0, "agents");
    }

    /** What Clearway trains under unless told otherwise: greens of 15 s or the next multiple of the time allowed. */
    public static AtscSettings defaults(AtscDefinition.Timing timing) {
        int interval = interval(timing);
        int green = interval * ((USUAL_MINIMUM_GREEN + interval - 1) / interval);
        return new AtscSettings("full", "area", green, "paper", 1.0, "agents");
    }

    /** Refuses what does not go with the times of a scenario. */
    void requireFit(AtscDefinition.Timing timing) {
        int interval = interval(timing);
        int longest = Math.max(LONGEST_MINIMUM_GREEN / interval, 1) * interval;
        if (minimumGreenSeconds < interval || minimumGreenSeconds > longest || minimumGreenSeconds % interval != 0) {
            throw new InvalidSetting(
                    "minimumGreenSeconds",
                    minimumGreenSeconds,
                    "give a multiple of %d from %d to %d".formatted(interval, interval, longest));
        }
    }

    private static int interval(AtscDefinition.Timing timing) {
        return (int) timing.decisionSeconds();
    }

    enum ObservationKind {
        PAPER,
        FULL
    }

    enum RewardKind {
        PAPER,
        AREA
    }

    enum DemandKind {
        PAPER,
        VARIED
    }

    enum ControlKind {
        AGENTS,
        PROGRAM
    }

    ObservationKind observationKind() {
        return ObservationKind.valueOf(observation.toUpperCase(Locale.ROOT));
    }

    RewardKind rewardKind() {
        return RewardKind.valueOf(reward.toUpperCase(Locale.ROOT));
    }

    DemandKind demandKind() {
        return DemandKind.valueOf(demand.toUpperCase(Locale.ROOT));
    }

    ControlKind controlKind() {
        return ControlKind.valueOf(control.toUpperCase(Locale.ROOT));
    }

    /** The same traffic seen and run as rules need it: the paper's interface, by agents or by the network's program. */
    AtscSettings forRule(ControlKind by, AtscDefinition.Timing timing) {
        AtscSettings paper = paper(timing);
        return new AtscSettings(
                paper.observation, paper.reward, paper.minimumGreenSeconds, demand, demandScale, word(by));
    }

    private static void requireOneOf(String field, String given, Enum<?>[] allowed) {
        List<String> words = Arrays.stream(allowed).map(AtscSettings::word).toList();
        if (!words.contains(given)) {
            throw new InvalidSetting(field, given, words.stream().collect(Collectors.joining("' or '", "give '", "'")));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

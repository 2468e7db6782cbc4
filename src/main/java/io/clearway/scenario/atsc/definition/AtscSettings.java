package io.clearway.scenario.atsc.definition;

import io.clearway.setting.InvalidSetting;
import io.clearway.signal.SafetyLimits;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be chosen about a signal-control problem.
 *
 * @param observation what learners see, one thing after the other. {@code paper}: vehicles on the detector of each
 *     link; {@code full}: counts on whole lanes and detectors, room downstream, and the signal's own state; beside them
 *     {@code vehicles}, {@code queue}, {@code downstream}, {@code pressure}, {@code phase} and {@code age}
 * @param sensors what agents and rules see the traffic with. {@code all}: detectors before the stop lines and the whole
 *     lanes besides; {@code lane-area}: those detectors only; {@code whole-lane}: whole lanes only;
 *     {@code induction-loop}: queues estimated from two loops in each lane
 * @param sensorFailures chance of a lane's sensors to fail for good within an episode
 * @param sensorNoise chance of a vehicle to be miscounted at a reading
 * @param reward {@code paper}: halting vehicles on the detectors of the links; {@code area}: all vehicles on the own
 *     and half of those on the neighbors' incoming lanes
 * @param minimumGreenSeconds a phase is not left sooner than this after the decision that chose it, its transition
 *     included; a multiple of the time between decisions, and that time itself is no limit
 * @param maximumRedSeconds when somebody has stood before a movement without green for this long, only phases that
 *     serve it may follow; 0: no limit
 * @param demand {@code paper}: always the same departures; {@code varied}: departures drawn from the seed
 * @param demandScale factor on all rates
 * @param demandLevel which of the scenario's demands, such as {@code peak}; {@code paper} is the usual one
 * @param control {@code agents}: actions run the signals; otherwise actions are ignored and the simulator runs them:
 *     {@code program} the network's own programs, {@code actuated} and {@code delay-based} programs with the same
 *     phases whose greens it prolongs
 */
public record AtscSettings(
        List<String> observation,
        String sensors,
        double sensorFailures,
        double sensorNoise,
        String reward,
        int minimumGreenSeconds,
        int maximumRedSeconds,
        String demand,
        double demandScale,
        String demandLevel,
        String control) {
    /** What the papers see the traffic with. */
    static final String PAPER_SENSORS = "all";

    private static final int LONGEST_MINIMUM_GREEN = 120;
    private static final int USUAL_MINIMUM_GREEN = 15;
    private static final int USUAL_MAXIMUM_RED = 180;
    private static final int NO_MAXIMUM_RED = 0;
    private static final double LARGEST_SCALE = 4;

    public AtscSettings {
        observation = separate(observation);
        requireParts(observation);
        requireOneOf("sensors", sensors, SensorKind.values());
        requireShare("sensorFailures", sensorFailures);
        requireShare("sensorNoise", sensorNoise);
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
        return new AtscSettings(
                List.of("paper"),
                PAPER_SENSORS,
                0,
                0,
                "paper",
                interval(timing),
                NO_MAXIMUM_RED,
                "paper",
                1.0,
                DemandLevels.USUAL,
                "agents");
    }

    /**
     * What Clearway trains under unless told otherwise: greens of 15 s or the next multiple of the time allowed, and
     * nobody waits longer than 180 s.
     */
    public static AtscSettings defaults(AtscDefinition.Timing timing, String sensors) {
        int interval = interval(timing);
        int green = interval * ((USUAL_MINIMUM_GREEN + interval - 1) / interval);
        return new AtscSettings(
                List.of("full"),
                sensors,
                0,
                0,
                "area",
                green,
                USUAL_MAXIMUM_RED,
                "paper",
                1.0,
                DemandLevels.USUAL,
                "agents");
    }

    /** Refuses what does not go with the times of a scenario. */
    public void requireFit(AtscDefinition.Timing timing) {
        int interval = interval(timing);
        int longest = Math.max(LONGEST_MINIMUM_GREEN / interval, 1) * interval;
        if (minimumGreenSeconds < interval || minimumGreenSeconds > longest || minimumGreenSeconds % interval != 0) {
            throw new InvalidSetting(
                    "minimumGreenSeconds",
                    minimumGreenSeconds,
                    "give a multiple of %d from %d to %d".formatted(interval, interval, longest));
        }
        double least = minimumGreenSeconds + timing.transitionSeconds();
        if (maximumRedSeconds != NO_MAXIMUM_RED && !(maximumRedSeconds > least)) {
            throw new InvalidSetting(
                    "maximumRedSeconds",
                    maximumRedSeconds,
                    "give more than minimum green and transition, %s s together, or 0 for no limit".formatted(least));
        }
    }

    /** What signals keep to while agents choose under these settings. */
    public SafetyLimits limits(AtscDefinition.Timing timing) {
        return timing.limits(
                minimumGreenSeconds,
                maximumRedSeconds == NO_MAXIMUM_RED ? Double.POSITIVE_INFINITY : maximumRedSeconds);
    }

    private static int interval(AtscDefinition.Timing timing) {
        return (int) timing.decisionSeconds();
    }

    public enum SensorKind {
        ALL,
        LANE_AREA,
        WHOLE_LANE,
        INDUCTION_LOOP
    }

    public enum RewardKind {
        PAPER,
        AREA
    }

    public enum DemandKind {
        PAPER,
        VARIED
    }

    public enum ControlKind {
        AGENTS,
        PROGRAM,
        ACTUATED,
        DELAY_BASED
    }

    /** The kinds of sensors. */
    static List<String> sensorWords() {
        return words(SensorKind.values());
    }

    public List<ObservationPart> observationParts() {
        return observation.stream()
                .map(word -> constant(ObservationPart.class, word))
                .toList();
    }

    public SensorKind sensorKind() {
        return constant(SensorKind.class, sensors);
    }

    public RewardKind rewardKind() {
        return constant(RewardKind.class, reward);
    }

    public DemandKind demandKind() {
        return constant(DemandKind.class, demand);
    }

    public ControlKind controlKind() {
        return constant(ControlKind.class, control);
    }

    /** The same traffic, seen by the same sensors and run as rules need it: at any decision, by whoever is named. */
    public AtscSettings forRule(ControlKind by, AtscDefinition.Timing timing) {
        AtscSettings paper = paper(timing);
        return new AtscSettings(
                paper.observation,
                sensors,
                sensorFailures,
                sensorNoise,
                paper.reward,
                paper.minimumGreenSeconds,
                paper.maximumRedSeconds,
                demand,
                demandScale,
                demandLevel,
                word(by));
    }

    /** A list may also be given as one text with commas. */
    private static List<String> separate(List<String> given) {
        return given.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static void requireParts(List<String> parts) {
        List<String> words = words(ObservationPart.values());
        if (parts.isEmpty() || !words.containsAll(parts) || new HashSet<>(parts).size() < parts.size()) {
            throw new InvalidSetting(
                    "observation",
                    String.join(",", parts),
                    "give one or more of %s, each once".formatted(quoted(words, ", ")));
        }
    }

    private static void requireShare(String field, double given) {
        if (!(given >= 0 && given <= 1)) {
            throw new InvalidSetting(field, given, "give a number from 0 to 1");
        }
    }

    private static void requireOneOf(String field, String given, Enum<?>[] allowed) {
        List<String> words = words(allowed);
        if (!words.contains(given)) {
            throw new InvalidSetting(field, given, "give " + quoted(words, " or "));
        }
    }

    private static String quoted(List<String> words, String between) {
        return words.stream().collect(Collectors.joining("'" + between + "'", "'", "'"));
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(AtscSettings::word).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

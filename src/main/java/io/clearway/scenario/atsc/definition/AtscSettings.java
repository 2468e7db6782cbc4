package io.clearway.scenario.atsc.definition;

import io.clearway.scenario.atsc.reward.RewardKind;
import io.clearway.setting.EnumWords;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.SafetyLimits;
import java.util.HashSet;
import java.util.List;

/**
 * What can be chosen about a signal-control problem.
 *
 * @param observation what learners observe, one part after the other
 * @param sensing what agents and rules observe the traffic with
 * @param reward what learners are rewarded for
 * @param minimumGreenSeconds a phase is not left sooner than this after the decision that chose it, its transition
 *     included; a multiple of the time between decisions, and that time itself is no limit
 * @param maximumRedSeconds when a vehicle has stood before a movement without green for this long, only phases that
 *     serve it may follow; 0: no limit
 * @param traffic who departs
 * @param control who runs the signals; where it is not the agents, their actions are ignored
 */
public record AtscSettings(
        List<ObservationPart> observation,
        SensorSettings sensing,
        RewardKind reward,
        int minimumGreenSeconds,
        int maximumRedSeconds,
        DemandSettings traffic,
        ControlKind control) {
    private static final int LONGEST_MINIMUM_GREEN = 120;
    private static final int USUAL_MINIMUM_GREEN = 15;
    private static final int USUAL_MAXIMUM_RED = 180;
    private static final int NO_MAXIMUM_RED = 0;

    public AtscSettings {
        observation = List.copyOf(observation);
        if (observation.isEmpty() || new HashSet<>(observation).size() < observation.size()) {
            List<String> given = observation.stream().map(EnumWords::of).toList();
            throw new InvalidSetting(
                    "observation",
                    String.join(",", given),
                    "give one or more of: %s, each once"
                            .formatted(String.join(", ", EnumWords.all(ObservationPart.class))));
        }
    }

    /** The settings of the papers (Chu et al. 2020, Ma et al. 2024). */
    public static AtscSettings paper(AtscDefinition.Timing timing) {
        return new AtscSettings(
                List.of(ObservationPart.PAPER),
                SensorSettings.faultless(SensorKind.ALL),
                RewardKind.PAPER,
                interval(timing),
                NO_MAXIMUM_RED,
                DemandSettings.PAPER,
                ControlKind.AGENTS);
    }

    /**
     * What Clearway trains under by default: greens of 15 s or the next multiple of the time between decisions, and no
     * vehicle waits longer than 180 s.
     */
    public static AtscSettings defaults(AtscDefinition.Timing timing, SensorKind sensors) {
        int interval = interval(timing);
        int green = interval * ((USUAL_MINIMUM_GREEN + interval - 1) / interval);
        return new AtscSettings(
                List.of(ObservationPart.FULL),
                SensorSettings.faultless(sensors),
                RewardKind.AREA,
                green,
                USUAL_MAXIMUM_RED,
                DemandSettings.PAPER,
                ControlKind.AGENTS);
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

    /** Whether the actions of agents run the signals. */
    public boolean agentsControl() {
        return control == ControlKind.AGENTS;
    }

    /** The same traffic and sensors under a given control, without the learner's minimum green and maximum red time. */
    public AtscSettings forRule(ControlKind by, AtscDefinition.Timing timing) {
        AtscSettings paper = paper(timing);
        return new AtscSettings(
                paper.observation,
                sensing,
                paper.reward,
                paper.minimumGreenSeconds,
                paper.maximumRedSeconds,
                traffic,
                by);
    }

    private static int interval(AtscDefinition.Timing timing) {
        return (int) timing.decisionSeconds();
    }
}

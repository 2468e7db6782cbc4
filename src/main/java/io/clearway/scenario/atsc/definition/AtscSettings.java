package io.clearway.scenario.atsc.definition;

import io.clearway.scenario.atsc.reward.RewardKind;
import io.clearway.setting.EnumWords;
import io.clearway.setting.InvalidSetting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be chosen about a signal-control problem.
 *
 * @param observation what learners observe, one part after the other
 * @param stageRule the rule that the features of stages begin with, where {@code stages} are observed; by default the
 *     scenario's reference
 * @param sensing what agents and rules observe the traffic with
 * @param reward what learners are rewarded for
 * @param timing what signals keep to
 * @param traffic who departs
 * @param control who runs the signals; where it is not the agents, their actions are ignored
 */
public record AtscSettings(
        List<ObservationPart> observation,
        ReferenceRule stageRule,
        SensorSettings sensing,
        RewardKind reward,
        TimingSettings timing,
        DemandSettings traffic,
        ControlKind control) {
    /** Names of the settings of what a policy observes and may do, which go with it to other networks. */
    public static final Set<String> OF_POLICIES =
            Set.of("observation", "stageRule", "minimumGreenSeconds", "maximumRedSeconds");

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
        if (observation.contains(ObservationPart.STAGES) && observation.size() > 1) {
            throw new InvalidSetting(
                    "observation",
                    observation.stream().map(EnumWords::of).collect(Collectors.joining(",")),
                    "give stages alone: they are a table with a row per phase, which no other part fits into");
        }
    }

    /** The same, with the features of stages beginning with a rule's. */
    public AtscSettings withStageRule(ReferenceRule rule) {
        return new AtscSettings(observation, rule, sensing, reward, timing, traffic, control);
    }

    /** The settings of the papers (Chu et al. 2020, Ma et al. 2024). */
    public static AtscSettings paper(AtscDefinition.Timing timing) {
        return new AtscSettings(
                List.of(ObservationPart.PAPER),
                ReferenceRule.CAPACITY_AWARE,
                SensorSettings.faultless(SensorKind.ALL),
                RewardKind.PAPER,
                TimingSettings.paper(timing),
                DemandSettings.PAPER,
                ControlKind.AGENTS);
    }

    /** What Clearway trains under by default: standard times, greens of 15 s at least. */
    public static AtscSettings defaults(AtscDefinition.Timing timing, SensorKind sensors) {
        return new AtscSettings(
                List.of(ObservationPart.FULL),
                ReferenceRule.CAPACITY_AWARE,
                SensorSettings.faultless(sensors),
                RewardKind.AREA,
                TimingSettings.defaults(timing),
                DemandSettings.PAPER,
                ControlKind.AGENTS);
    }

    /** Refuses what does not go with the times of a scenario. */
    public void requireFit(AtscDefinition.Timing scenario) {
        timing.requireFit(scenario);
    }

    /** Whether the actions of agents run the signals. */
    public boolean agentsControl() {
        return control == ControlKind.AGENTS;
    }

    /**
     * The same traffic, observed by the same sensors under the same timing sheet and run as rules need it: at any
     * decision, by whoever is named.
     */
    public AtscSettings forRule(ControlKind by, AtscDefinition.Timing scenario) {
        AtscSettings paper = paper(scenario);
        return new AtscSettings(
                paper.observation, paper.stageRule, sensing, paper.reward, timing.forRule(scenario), traffic, by);
    }
}

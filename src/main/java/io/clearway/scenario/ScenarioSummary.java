package io.clearway.scenario;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.network.ActionSpace;
import io.clearway.network.AgentSpec;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationException;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in a few words, at its default settings. In JSON its parts stand side by side.
 *
 * @param identity name, description and origin
 * @param size of a full episode
 * @param rules its rule controllers, by name
 * @param defaults every setting with its default
 * @param explanations what each setting means, by name
 * @param live whether it can also be driven in a simulation that somebody else runs, recorded, and drawn as a map
 * @param problem why the scenario cannot be opened here, and how to correct it; none when it can
 */
public record ScenarioSummary(
        @JsonUnwrapped ScenarioIdentity identity,
        @JsonUnwrapped Size size,
        @JsonUnwrapped Rules rules,
        Map<String, Object> defaults,
        Map<String, String> explanations,
        boolean live,
        @Nullable String problem) {

    /**
     * Size of a full episode; nothing is known of it while the scenario cannot be opened.
     *
     * @param agents how many
     * @param actions of an agent: a count, a range of counts such as {@code 2–6}, or an interval such as {@code [-3,
     *     3]}
     * @param horizon decisions
     */
    public record Size(
            @Nullable Integer agents,
            @Nullable String actions,
            @Nullable Integer horizon) {}

    /**
     * Rule controllers, by name.
     *
     * @param reference the rule that results are compared with
     * @param controllers all of them
     * @param baselines those that the final evaluation of a run plays
     */
    public record Rules(String reference, List<String> controllers, List<String> baselines) {
        static Rules of(Scenario scenario) {
            return new Rules(
                    scenario.reference(),
                    scenario.controllers().keySet().stream().sorted().toList(),
                    List.copyOf(scenario.baselines()));
        }
    }

    /** The summary of a scenario; its network is compiled when this was not done before. */
    public static ScenarioSummary of(Scenario scenario) {
        try {
            List<AgentSpec> agents = scenario.agents(Settings.none());
            return of(scenario, new Size(agents.size(), actions(agents), scenario.horizon(Settings.none())), null);
        } catch (SimulationException | IllegalArgumentException unavailable) {
            String problem = Objects.requireNonNullElse(unavailable.getMessage(), unavailable.toString());
            return of(scenario, new Size(null, null, null), problem);
        }
    }

    private static ScenarioSummary of(Scenario scenario, Size size, @Nullable String problem) {
        return new ScenarioSummary(
                new ScenarioIdentity(scenario.name(), scenario.description(), scenario.origin()),
                size,
                Rules.of(scenario),
                Settings.asMap(scenario.defaults()),
                SettingExplanations.of(scenario.defaults()),
                scenario instanceof LiveScenario,
                problem);
    }

    private static String actions(List<AgentSpec> agents) {
        int fewest = counts(agents).min(Integer::compare).orElse(0);
        int most = counts(agents).max(Integer::compare).orElse(0);
        Stream<String> discrete =
                most == 0 ? Stream.empty() : Stream.of(fewest == most ? String.valueOf(most) : fewest + "–" + most);
        return String.join(", ", Stream.concat(discrete, boxes(agents)).toList());
    }

    /** Bounds of numbers; with how many an agent has where that is not one. */
    private static Stream<String> boxes(List<AgentSpec> agents) {
        Map<String, IntSummaryStatistics> numbers = new LinkedHashMap<>();
        for (AgentSpec agent : agents) {
            if (agent.space() instanceof ActionSpace.Box box) {
                String bounds = box.numbers().stream()
                        .map(number -> String.format(Locale.ROOT, "[%.3g, %.3g]", number.low(), number.high()))
                        .distinct()
                        .collect(Collectors.joining("×"));
                numbers.computeIfAbsent(bounds, any -> new IntSummaryStatistics())
                        .accept(box.numbers().size());
            }
        }
        return numbers.entrySet().stream().map(entry -> entry.getKey() + times(entry.getValue()));
    }

    private static String times(IntSummaryStatistics counts) {
        if (counts.getMax() == 1) {
            return "";
        }
        return counts.getMin() == counts.getMax()
                ? "×" + counts.getMax()
                : "×" + counts.getMin() + "–" + counts.getMax();
    }

    private static Stream<Integer> counts(List<AgentSpec> agents) {
        return agents.stream().map(AgentSpec::actions).filter(count -> count > 0);
    }
}

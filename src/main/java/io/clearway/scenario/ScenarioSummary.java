package io.clearway.scenario;

import io.clearway.network.ActionSpace;
import io.clearway.network.AgentSpec;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in a few words, at its default settings.
 *
 * @param name in the catalog
 * @param description one line for people
 * @param origin whose problem and data it is, and the license
 * @param agents how many; none while the scenario cannot be opened
 * @param actions of an agent: a count, a range of counts such as {@code 2–6}, or an interval such as {@code [-3, 3]};
 *     none while the scenario cannot be opened
 * @param horizon decisions in a full episode; none while the scenario cannot be opened
 * @param reference the rule that results are held against
 * @param controllers all rules, by name
 * @param baselines those that the held-out evaluation of a run plays
 * @param defaults every setting with its default
 * @param live whether it can also be driven in a simulation that somebody else runs, filmed, and drawn as a map
 * @param problem why the scenario cannot be opened here, and the mend; none when it can
 */
public record ScenarioSummary(
        String name,
        String description,
        String origin,
        @Nullable Integer agents,
        @Nullable String actions,
        @Nullable Integer horizon,
        String reference,
        List<String> controllers,
        List<String> baselines,
        Map<String, Object> defaults,
        boolean live,
        @Nullable String problem) {

    /** Tells of a scenario; its network is compiled when this was not done before. */
    public static ScenarioSummary of(Scenario scenario) {
        try {
            List<AgentSpec> agents = scenario.agents(Settings.none());
            return new ScenarioSummary(
                    scenario.name(),
                    scenario.description(),
                    scenario.origin(),
                    agents.size(),
                    actions(agents),
                    scenario.horizon(Settings.none()),
                    scenario.reference(),
                    rules(scenario),
                    List.copyOf(scenario.baselines()),
                    Settings.asMap(scenario.defaults()),
                    scenario instanceof LiveScenario,
                    null);
        } catch (SimulationException | IllegalArgumentException unavailable) {
            return new ScenarioSummary(
                    scenario.name(),
                    scenario.description(),
                    scenario.origin(),
                    null,
                    null,
                    null,
                    scenario.reference(),
                    rules(scenario),
                    List.copyOf(scenario.baselines()),
                    Settings.asMap(scenario.defaults()),
                    scenario instanceof LiveScenario,
                    Objects.requireNonNullElse(unavailable.getMessage(), unavailable.toString()));
        }
    }

    private static List<String> rules(Scenario scenario) {
        return scenario.controllers().keySet().stream().sorted().toList();
    }

    private static String actions(List<AgentSpec> agents) {
        int fewest = counts(agents).min(Integer::compare).orElse(0);
        int most = counts(agents).max(Integer::compare).orElse(0);
        Stream<String> discrete =
                most == 0 ? Stream.empty() : Stream.of(fewest == most ? String.valueOf(most) : fewest + "–" + most);
        Stream<String> intervals = agents.stream()
                .map(AgentSpec::space)
                .filter(ActionSpace.Interval.class::isInstance)
                .map(ActionSpace.Interval.class::cast)
                .map(interval -> String.format(Locale.ROOT, "[%.3g, %.3g]", interval.low(), interval.high()))
                .distinct();
        return String.join(", ", Stream.concat(discrete, intervals).toList());
    }

    private static Stream<Integer> counts(List<AgentSpec> agents) {
        return agents.stream().map(AgentSpec::actions).filter(count -> count > 0);
    }
}

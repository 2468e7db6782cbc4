package io.clearway.scenario.combined;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioHash;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Scenarios of one family side by side: the agents of all of them, linked within each only, in episodes that run in
 * step. One policy that fits any of them is so trained on all at once. Settings that are given hold for all; rules are
 * played with the defaults of the first.
 */
public final class CombinedScenario implements Scenario {
    /** Between the names of the scenarios. */
    public static final String SEPARATOR = "+";

    private final List<Scenario> parts;

    private CombinedScenario(List<Scenario> parts) {
        this.parts = parts;
    }

    /**
     * These scenarios side by side.
     *
     * @param parts two or more
     * @throws InvalidSetting naming {@code scenario} where one comes twice, or they are of different families
     */
    public static CombinedScenario of(List<? extends Scenario> parts) {
        Set<String> names = new HashSet<>();
        Class<?> family = parts.get(0).defaults().getClass();
        for (Scenario part : parts) {
            if (!names.add(part.name())) {
                throw new InvalidSetting("scenario", named(parts), "give %s once".formatted(part.name()));
            }
            if (!part.defaults().getClass().equals(family)) {
                throw new InvalidSetting(
                        "scenario",
                        named(parts),
                        "%s and %s have different settings; combine scenarios of one family"
                                .formatted(parts.get(0).name(), part.name()));
            }
        }
        return new CombinedScenario(List.copyOf(parts));
    }

    /** The names of the scenarios side by side of a name; the name alone where it is one of a single scenario. */
    public static List<String> names(String name) {
        return List.of(name.split(Pattern.quote(SEPARATOR), -1));
    }

    private static String named(List<? extends Scenario> parts) {
        return parts.stream().map(Scenario::name).collect(Collectors.joining(SEPARATOR));
    }

    @Override
    public String name() {
        return named(parts);
    }

    @Override
    public String description() {
        return "Side by side: " + parts.stream().map(Scenario::name).collect(Collectors.joining(", "));
    }

    @Override
    public String origin() {
        return parts.stream().map(part -> part.name() + ": " + part.origin()).collect(Collectors.joining("; "));
    }

    @Override
    public Record defaults() {
        return parts.get(0).defaults();
    }

    @Override
    public String hash() {
        return ScenarioHash.of(parts.stream().map(Scenario::hash).toArray(String[]::new));
    }

    @Override
    public AgentGraph graph(Settings settings) {
        List<String> agents = new ArrayList<>();
        List<AgentGraph.Link> links = new ArrayList<>();
        for (Scenario part : parts) {
            AgentGraph own = part.graph(settings);
            own.agents().forEach(agent -> agents.add(within(part, agent)));
            own.edges()
                    .forEach(edge -> links.add(new AgentGraph.Link(
                            within(part, own.agents().get(edge.lower())),
                            within(part, own.agents().get(edge.upper())))));
        }
        return new AgentGraph(agents, links);
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        List<AgentSpec> agents = new ArrayList<>();
        for (Scenario part : parts) {
            for (AgentSpec agent : part.agents(settings)) {
                agents.add(new AgentSpec(within(part, agent.id()), agent.observationSize(), agent.space()));
            }
        }
        return List.copyOf(agents);
    }

    private static String within(Scenario part, String agent) {
        return part.name() + "/" + agent;
    }

    @Override
    public int horizon(Settings settings) {
        int horizon = parts.get(0).horizon(settings);
        for (Scenario part : parts) {
            int other = part.horizon(settings);
            if (other != horizon) {
                throw new InvalidSetting(
                        "scenario",
                        name(),
                        "%s has episodes of %d decisions and %s of %d; combine scenarios of equal length"
                                .formatted(parts.get(0).name(), horizon, part.name(), other));
            }
        }
        return horizon;
    }

    /** The rules that every scenario has. */
    @Override
    public Map<String, ControllerSource> controllers() {
        Map<String, ControllerSource> combined = new TreeMap<>();
        for (String rule : parts.get(0).controllers().keySet()) {
            if (parts.stream().allMatch(part -> part.controllers().containsKey(rule))) {
                combined.put(rule, rule(rule));
            }
        }
        return combined;
    }

    private ControllerSource rule(String name) {
        List<ControllerSource> sources = parts.stream()
                .map(part -> Objects.requireNonNull(part.controllers().get(name)))
                .toList();
        return seed -> new CombinedController(
                sources.stream().map(source -> source.fresh(seed)).toList());
    }

    @Override
    public Collection<String> baselines() {
        return parts.get(0).baselines().stream()
                .filter(controllers()::containsKey)
                .toList();
    }

    /** That of the first scenario. */
    @Override
    public String reference() {
        return parts.get(0).reference();
    }

    @Override
    public Settings settingsFor(String rule, Settings given) {
        return parts.get(0).settingsFor(rule, given);
    }

    @Override
    public Settings transferred(Settings learnedUnder) {
        return parts.get(0).transferred(learnedUnder);
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        int horizon = horizon(settings);
        List<MeasuredEnvironment> opened = new ArrayList<>();
        try {
            for (Scenario part : parts) {
                opened.add(part.open(settings, recording));
            }
            return new CombinedEnvironment(graph(settings), agents(settings), horizon, opened);
        } catch (RuntimeException refused) {
            opened.forEach(MeasuredEnvironment::close);
            throw refused;
        }
    }
}

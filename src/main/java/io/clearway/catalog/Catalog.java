package io.clearway.catalog;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.a2c.AdvantageActorCritic;
import io.clearway.algorithm.a2c.method.CommNet;
import io.clearway.algorithm.a2c.method.ConseNet;
import io.clearway.algorithm.a2c.method.Dial;
import io.clearway.algorithm.a2c.method.FPrint;
import io.clearway.algorithm.a2c.method.Ia2c;
import io.clearway.algorithm.a2c.method.Ic3Net;
import io.clearway.algorithm.a2c.method.NeurComm;
import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.algorithm.evolution.EvolutionStrategies;
import io.clearway.algorithm.maddpg.Maddpg;
import io.clearway.algorithm.mag.Mag;
import io.clearway.algorithm.offpolicy.OffPolicyActorCritic;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.algorithm.tabular.QLearning;
import io.clearway.algorithm.tabular.TabularActorCritic;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.scenario.cacc.PlatoonScenario;
import io.clearway.scenario.combined.CombinedScenario;
import io.clearway.scenario.flow.ClosedRoads;
import io.clearway.scenario.flow.FlowScenario;
import io.clearway.scenario.mdp.RandomMdpScenario;
import io.clearway.scenario.pandemic.PandemicScenario;
import io.clearway.scenario.power.distribution.PowerNetScenario;
import io.clearway.scenario.power.microgrid.PowerGridScenario;
import io.clearway.scenario.spread.SpreadScenario;
import io.clearway.simulation.TrafficSimulator;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that has a name; imported scenarios come and go. Safe for many threads. */
public final class Catalog {
    private final SortedMap<String, Scenario> scenarios = new TreeMap<>();
    private final SortedMap<String, Algorithm> algorithms = new TreeMap<>();
    private final List<ScenarioProvider> providers;

    /** Everything Clearway knows, the files of the published Monaco beside the other networks. */
    public static Catalog standard(TrafficSimulator simulator, Path networks) {
        return standard(simulator, networks, networks.resolve("monaco-most"));
    }

    /**
     * Everything Clearway knows.
     *
     * @param networks folder that holds a folder for each scenario on roads
     * @param monacoMost folder of the published Monaco, whose files are the user's; they may be missing
     */
    public static Catalog standard(TrafficSimulator simulator, Path networks, Path monacoMost) {
        List<Scenario> scenarios = new ArrayList<>(PandemicScenario.all());
        scenarios.addAll(PowerNetScenario.all());
        scenarios.addAll(roadsAndMore(simulator, networks, monacoMost));
        return new Catalog(scenarios, everyAlgorithm());
    }

    private static List<Scenario> roadsAndMore(TrafficSimulator simulator, Path networks, Path monacoMost) {
        return List.of(
                PlatoonScenario.catchUp(),
                new FlowScenario(ClosedRoads.figureEight(networks), simulator),
                new SignalScenario(Grid5x5.definition(networks), simulator),
                new SignalScenario(DefinitionReader.read(networks.resolve("monaco")), simulator),
                SignalScenario.monacoMost(monacoMost, simulator),
                PowerGridScenario.ofForty(),
                PowerGridScenario.ofTwenty(),
                new RandomMdpScenario(),
                new FlowScenario(ClosedRoads.ring(networks), simulator),
                new FlowScenario(ClosedRoads.ring2022(networks), simulator),
                new SignalScenario(DefinitionReader.read(networks.resolve("new-york")), simulator),
                new SpreadScenario(),
                PlatoonScenario.slowDown());
    }

    private static List<Algorithm> everyAlgorithm() {
        return List.of(
                Dmpo.localized(),
                Dmpo.linear(),
                Dmpo.independent(),
                Dmpo.nonAdjacent(),
                new Mag(),
                Ppo.decentralized(),
                Ppo.centralizedCritic(),
                new AdvantageActorCritic(new Ia2c()),
                new AdvantageActorCritic(new ConseNet()),
                new AdvantageActorCritic(new FPrint()),
                new AdvantageActorCritic(new NeurComm()),
                new AdvantageActorCritic(new CommNet()),
                new AdvantageActorCritic(new Dial()),
                new AdvantageActorCritic(new Ic3Net()),
                new EvolutionStrategies(),
                new OffPolicyActorCritic(),
                new TabularActorCritic(),
                new QLearning(),
                new Maddpg());
    }

    /** A catalog of just these; names must differ. */
    public Catalog(List<Scenario> scenarios, List<Algorithm> algorithms) {
        this(scenarios, algorithms, List.of());
    }

    private Catalog(
            Collection<Scenario> scenarios, Collection<Algorithm> algorithms, List<ScenarioProvider> providers) {
        this.providers = List.copyOf(providers);
        for (Scenario scenario : scenarios) {
            if (this.scenarios.put(scenario.name(), scenario) != null) {
                throw new IllegalArgumentException("Two scenarios are named " + scenario.name());
            }
        }
        for (Algorithm algorithm : algorithms) {
            if (this.algorithms.put(algorithm.name(), algorithm) != null) {
                throw new IllegalArgumentException("Two algorithms are named " + algorithm.name());
            }
        }
    }

    /** The same with the scenarios of providers; a name that comes twice means the first. */
    public Catalog with(ScenarioProvider... more) {
        return new Catalog(scenarios.values(), algorithms.values(), List.of(more));
    }

    /** Whether a scenario comes from a provider, such as the imports of users, and not with this catalog. */
    public boolean isProvided(String name) {
        return !scenarios.containsKey(name)
                && providers.stream().anyMatch(provider -> provider.names().contains(name));
    }

    /** All scenarios by name; one of a provider that cannot be read is left out. */
    public Collection<Scenario> scenarios() {
        SortedMap<String, Scenario> all = new TreeMap<>();
        for (ScenarioProvider provider : providers) {
            for (String name : provider.names()) {
                if (!all.containsKey(name)) {
                    readable(provider, name).ifPresent(scenario -> all.put(name, scenario));
                }
            }
        }
        all.putAll(scenarios);
        return all.values();
    }

    private static Optional<Scenario> readable(ScenarioProvider provider, String name) {
        try {
            return provider.find(name);
        } catch (IllegalArgumentException | UncheckedIOException broken) {
            // requested by its name, it reports what is wrong
            return Optional.empty();
        }
    }

    /** Whether a scenario, or several {@linkplain #scenario side by side}, have this name. */
    public boolean has(String name) {
        return hasOne(name) || CombinedScenario.names(name).stream().allMatch(this::hasOne);
    }

    private boolean hasOne(String name) {
        return scenarios.containsKey(name)
                || providers.stream().anyMatch(provider -> provider.names().contains(name));
    }

    /** All algorithms by name. */
    public Collection<Algorithm> algorithms() {
        return algorithms.values();
    }

    /**
     * The scenario of this name, or {@link UnknownName}; of names joined by {@value CombinedScenario#SEPARATOR}, such
     * as {@code monaco+grid-5x5}, these scenarios side by side.
     */
    public Scenario scenario(String name) {
        List<String> parts = CombinedScenario.names(name);
        return parts.size() > 1 && !hasOne(name)
                ? CombinedScenario.of(parts.stream().map(this::one).toList())
                : one(name);
    }

    private Scenario one(String name) {
        Scenario own = scenarios.get(name);
        return own != null
                ? own
                : providers.stream()
                        .flatMap(provider -> provider.find(name).stream())
                        .findFirst()
                        .orElseThrow(() -> new UnknownName("scenario", name, names()));
    }

    private Collection<String> names() {
        SortedSet<String> names = new TreeSet<>(scenarios.keySet());
        providers.forEach(provider -> names.addAll(provider.names()));
        return names;
    }

    /** The algorithm of this name, or {@link UnknownName}. */
    public Algorithm algorithm(String name) {
        return named("algorithm", name, algorithms);
    }

    private static <T> T named(String field, String name, SortedMap<String, T> known) {
        T found = known.get(name);
        if (found == null) {
            throw new UnknownName(field, name, known.keySet());
        }
        return found;
    }
}

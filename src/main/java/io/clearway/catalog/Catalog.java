package io.clearway.catalog;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.algorithm.offpolicy.OffPolicyActorCritic;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.algorithm.tabular.TabularActorCritic;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.atsc.AtscDefinition;
import io.clearway.scenario.atsc.Grid5x5;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.cacc.PlatoonScenario;
import io.clearway.scenario.mdp.RandomMdpScenario;
import io.clearway.simulation.TrafficSimulator;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that can be asked for by name. */
public final class Catalog {
    private final SortedMap<String, Scenario> scenarios = new TreeMap<>();
    private final SortedMap<String, Algorithm> algorithms = new TreeMap<>();

    /**
     * Everything Clearway knows.
     *
     * @param networks folder that holds a folder for each scenario on roads
     */
    public static Catalog standard(TrafficSimulator simulator, Path networks) {
        return new Catalog(
                List.of(
                        PlatoonScenario.catchUp(),
                        new SignalScenario(Grid5x5.definition(networks), simulator),
                        new SignalScenario(AtscDefinition.read(networks.resolve("new-york")), simulator),
                        new RandomMdpScenario(),
                        PlatoonScenario.slowDown()),
                List.of(
                        Dmpo.localized(),
                        Dmpo.linear(),
                        Dmpo.independent(),
                        Dmpo.nonAdjacent(),
                        Ppo.decentralized(),
                        Ppo.centralizedCritic(),
                        new OffPolicyActorCritic(),
                        new TabularActorCritic()));
    }

    /** A catalog of just these; names must differ. */
    public Catalog(List<Scenario> scenarios, List<Algorithm> algorithms) {
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

    /** All scenarios by name. */
    public Collection<Scenario> scenarios() {
        return scenarios.values();
    }

    /** All algorithms by name. */
    public Collection<Algorithm> algorithms() {
        return algorithms.values();
    }

    /** The scenario of this name, or {@link UnknownName}. */
    public Scenario scenario(String name) {
        return named("scenario", name, scenarios);
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

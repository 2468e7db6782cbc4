package io.clearway.scenario.atsc.definition;

import io.clearway.network.AgentGraph;
import io.clearway.signal.Phase;
import io.clearway.signal.SafetyLimits;
import io.clearway.simulation.NetworkSource;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A signal-control problem as data.
 *
 * @param name in the catalog
 * @param description one line for people
 * @param origin whose problem it is, where its data come from and under which license, in one line
 * @param network where the roads come from
 * @param demand where the vehicles come from, level by level
 * @param signals the agents, in order
 * @param neighbors which agents are connected, by id; each pair once, in the order of the signals
 * @param measures how the paper looks at and scores the traffic
 * @param timing of decisions and simulation
 * @param reference the rule that results are held against and learners start from
 */
public record AtscDefinition(
        String name,
        String description,
        String origin,
        NetworkSource network,
        DemandLevels demand,
        List<Signal> signals,
        List<AgentGraph.Link> neighbors,
        DetectorSpec measures,
        Timing timing,
        String reference) {
    public AtscDefinition {
        signals = List.copyOf(signals);
        neighbors = inOrder(signals, neighbors);
    }

    /** A problem held against the usual rule. */
    public AtscDefinition(
            String name,
            String description,
            String origin,
            NetworkSource network,
            DemandLevels demand,
            List<Signal> signals,
            List<AgentGraph.Link> neighbors,
            DetectorSpec measures,
            Timing timing) {
        this(
                name,
                description,
                origin,
                network,
                demand,
                signals,
                neighbors,
                measures,
                timing,
                ReferenceRule.CAPACITY_AWARE.ruleName());
    }

    /** A problem of one demand only, held against the usual rule. */
    public AtscDefinition(
            String name,
            String description,
            String origin,
            NetworkSource network,
            DemandSource demand,
            List<Signal> signals,
            List<AgentGraph.Link> neighbors,
            DetectorSpec measures,
            Timing timing) {
        this(name, description, origin, network, DemandLevels.only(demand), signals, neighbors, measures, timing);
    }

    private static List<AgentGraph.Link> inOrder(List<Signal> signals, List<AgentGraph.Link> links) {
        AgentGraph graph = graph(signals, links);
        return graph.edges().stream()
                .map(edge -> new AgentGraph.Link(
                        graph.agents().get(edge.lower()), graph.agents().get(edge.upper())))
                .toList();
    }

    private static AgentGraph graph(List<Signal> signals, List<AgentGraph.Link> links) {
        return new AgentGraph(signals.stream().map(Signal::id).toList(), links);
    }

    /** The agents and who is connected to whom. */
    public AgentGraph graph() {
        return graph(signals, neighbors);
    }

    /**
     * Reads {@code scenario.json} of a folder, which names the other files there.
     *
     * @throws io.clearway.setting.InvalidSetting naming file, field, value and mend
     */
    public static AtscDefinition read(Path folder) {
        return DefinitionReader.read(folder);
    }

    /**
     * Writes {@code scenario.json} into a folder, such that {@link #read} gives this definition again.
     *
     * @param folder holds the files of network and demand
     * @throws IllegalArgumentException when one of them lies elsewhere
     */
    public void write(Path folder) {
        DefinitionWriter.write(this, folder);
    }

    /** The same problem with other agents. */
    public AtscDefinition with(List<Signal> agents, List<AgentGraph.Link> links) {
        return new AtscDefinition(
                name, description, origin, network, demand, agents, links, measures, timing, reference);
    }

    /**
     * A signal by its id in the network.
     *
     * @param phases that its agent chooses from: action = index
     * @param upstream incoming lane → lanes that extend it upstream, where {@link DetectorSpec} count these too
     */
    public record Signal(String id, List<Phase> phases, SortedMap<String, List<String>> upstream) {
        public Signal {
            phases = List.copyOf(phases);
            upstream = sorted(upstream);
        }

        /** One whose lanes are not extended. */
        public Signal(String id, List<Phase> phases) {
            this(id, phases, Collections.emptySortedMap());
        }

        private static SortedMap<String, List<String>> sorted(Map<String, List<String>> given) {
            SortedMap<String, List<String>> copy = new TreeMap<>();
            given.forEach((lane, lanes) -> copy.put(lane, List.copyOf(lanes)));
            return Collections.unmodifiableSortedMap(copy);
        }
    }

    /**
     * Timing of decisions and simulation, in seconds.
     *
     * @param decisionSeconds from one decision to the next, whole seconds
     * @param transitionSeconds of that, how long yellow and all-red are shown when a movement loses its green
     * @param decisions in an episode
     * @param stepSeconds of the simulation
     * @param teleportSeconds after which a stuck vehicle is moved by hand; negative: never
     * @param beginSeconds simulated time at which an episode starts
     * @param allRedSeconds of the transition, how long at its end movements that lost their green show red
     */
    public record Timing(
            double decisionSeconds,
            double transitionSeconds,
            int decisions,
            double stepSeconds,
            double teleportSeconds,
            double beginSeconds,
            double allRedSeconds) {
        public Timing {
            if (!(transitionSeconds > 0) || !(transitionSeconds < decisionSeconds) || decisions < 1) {
                throw new IllegalArgumentException(
                        "A transition must fit in a decision, not %s s in %s s; decisions: %d"
                                .formatted(transitionSeconds, decisionSeconds, decisions));
            }
            if (!(allRedSeconds >= 0 && allRedSeconds < transitionSeconds)) {
                throw new IllegalArgumentException("All-red must leave some yellow in a transition, not %s s in %s s"
                        .formatted(allRedSeconds, transitionSeconds));
            }
            if (decisionSeconds != Math.rint(decisionSeconds)) {
                throw new IllegalArgumentException(
                        "Decisions come every whole number of seconds, not every %s s".formatted(decisionSeconds));
            }
        }

        /** Timing of episodes that start at 0. */
        public Timing(
                double decisionSeconds,
                double transitionSeconds,
                int decisions,
                double stepSeconds,
                double teleportSeconds) {
            this(decisionSeconds, transitionSeconds, decisions, stepSeconds, teleportSeconds, 0);
        }

        /** Timing without all-red. */
        public Timing(
                double decisionSeconds,
                double transitionSeconds,
                int decisions,
                double stepSeconds,
                double teleportSeconds,
                double beginSeconds) {
            this(decisionSeconds, transitionSeconds, decisions, stepSeconds, teleportSeconds, beginSeconds, 0);
        }

        /** How long yellow is shown when a movement loses its green. */
        public double yellowSeconds() {
            return transitionSeconds - allRedSeconds;
        }

        /** What a signal keeps to under this timing. */
        public SafetyLimits limits(double minimumGreenSeconds, double maximumRedSeconds) {
            return new SafetyLimits(minimumGreenSeconds, yellowSeconds(), allRedSeconds, maximumRedSeconds);
        }
    }
}

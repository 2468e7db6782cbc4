package io.clearway.scenario.atsc.definition;

import io.clearway.network.AgentGraph;
import io.clearway.signal.Phase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The agents of a signal-control problem, each the signal of one intersection.
 *
 * @param signals in the order of the agents
 * @param neighbors which of them are connected, by id; each pair once, in the order of the signals
 */
public record SignalAgents(List<Signal> signals, List<AgentGraph.Link> neighbors) {
    public SignalAgents {
        signals = List.copyOf(signals);
        AgentGraph graph = graph(signals, neighbors);
        neighbors = graph.edges().stream()
                .map(edge -> new AgentGraph.Link(
                        graph.agents().get(edge.lower()), graph.agents().get(edge.upper())))
                .toList();
    }

    /** No agents yet: their signals are read from the network later. */
    public static SignalAgents none() {
        return new SignalAgents(List.of(), List.of());
    }

    /** The agents and who is connected to whom. */
    public AgentGraph graph() {
        return graph(signals, neighbors);
    }

    private static AgentGraph graph(List<Signal> signals, List<AgentGraph.Link> links) {
        return new AgentGraph(signals.stream().map(Signal::id).toList(), links);
    }

    /**
     * A signal by its id in the network.
     *
     * @param phases that its agent chooses from: action = index
     * @param upstream incoming lane → lanes that extend it upstream, where {@link DetectorSpec} counts these too
     * @param shares incoming lane → for each of the lanes that extend it the share of its vehicles that come onto this
     *     one; for lanes that are left out, equal shares of those that the same lane extends
     */
    public record Signal(
            String id,
            List<Phase> phases,
            SortedMap<String, List<String>> upstream,
            SortedMap<String, List<Double>> shares) {
        public Signal {
            phases = List.copyOf(phases);
            upstream = sorted(upstream);
            shares = sorted(shares);
            for (Map.Entry<String, List<Double>> given : shares.entrySet()) {
                int lanes = upstream.getOrDefault(given.getKey(), List.of()).size();
                if (given.getValue().size() != lanes) {
                    throw new IllegalArgumentException("Lane '%s' of signal '%s' has %d shares for %d lanes upstream"
                            .formatted(given.getKey(), id, given.getValue().size(), lanes));
                }
            }
        }

        /** One whose lanes share those that extend them equally. */
        public Signal(String id, List<Phase> phases, SortedMap<String, List<String>> upstream) {
            this(id, phases, upstream, Collections.emptySortedMap());
        }

        /** One whose lanes are not extended. */
        public Signal(String id, List<Phase> phases) {
            this(id, phases, Collections.emptySortedMap());
        }

        private static <T> SortedMap<String, List<T>> sorted(Map<String, List<T>> given) {
            SortedMap<String, List<T>> copy = new TreeMap<>();
            given.forEach((lane, values) -> copy.put(lane, List.copyOf(values)));
            return Collections.unmodifiableSortedMap(copy);
        }
    }
}

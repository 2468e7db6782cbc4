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
}

package io.clearway.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * The agents and their links: the undirected graph G = (V, E) of the networked MDP (Ma et al. 2024, Methods). Agents
 * are numbered 0 … n − 1 in the order given.
 */
public final class AgentGraph {
    private final List<String> agents;
    private final Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

    /**
     * @param agents names, all different
     * @param links pairs of agents by name; direction and repetition do not matter; an agent cannot be linked to itself
     */
    public AgentGraph(List<String> agents, Collection<Link> links) {
        this.agents = List.copyOf(agents);
        Map<String, Integer> index = new TreeMap<>();
        for (String agent : this.agents) {
            if (index.put(agent, index.size()) != null) {
                throw new IllegalArgumentException("Agent '%s' is twice in the graph".formatted(agent));
            }
            graph.addVertex(graph.vertexSet().size());
        }
        for (Link link : links) {
            graph.addEdge(find(index, link.one()), find(index, link.other()));
        }
    }

    /** A connection between two agents by name. */
    public record Link(String one, String other) {}

    /** An edge between two agents by index, the lower one first. */
    public record Edge(int lower, int upper) {}

    /** Number of agents n. */
    public int size() {
        return agents.size();
    }

    /** Names in order. */
    public List<String> agents() {
        return agents;
    }

    /** Agents directly connected to one, ascending, itself not included. */
    public List<Integer> neighbors(int agent) {
        return Graphs.neighborListOf(graph, agent).stream().sorted().toList();
    }

    /** All edges, ordered by lower, then upper end. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (int lower = 0; lower < size(); lower++) {
            for (int upper : neighbors(lower)) {
                if (lower < upper) {
                    edges.add(new Edge(lower, upper));
                }
            }
        }
        return edges;
    }

    /** N_i^κ by breadth-first search; κ = 0 is the agent alone. */
    public Neighborhood neighborhood(int agent, int radius) {
        if (radius < 0) {
            throw new IllegalArgumentException("Radius of a neighborhood must be 0 or more, not " + radius);
        }
        var search = new BreadthFirstIterator<>(graph, agent);
        List<Integer> members = new ArrayList<>();
        while (search.hasNext()) {
            int next = search.next();
            if (search.getDepth(next) > radius) {
                break;
            }
            members.add(next);
        }
        return new Neighborhood(agent, radius, members.stream().sorted().toList());
    }

    /** N_i^κ of every agent, in order. */
    public List<Neighborhood> neighborhoods(int radius) {
        return graph.vertexSet().stream()
                .map(agent -> neighborhood(agent, radius))
                .toList();
    }

    /** Hops from an agent to each agent by breadth-first search; −1 where there is no path. */
    public int[] distances(int agent) {
        int[] distances = new int[size()];
        Arrays.fill(distances, -1);
        var search = new BreadthFirstIterator<>(graph, agent);
        while (search.hasNext()) {
            int next = search.next();
            // the iterator continues with other components, at depth 0 again
            if (search.getDepth(next) == 0 && next != agent) {
                break;
            }
            distances[next] = search.getDepth(next);
        }
        return distances;
    }

    private static int find(Map<String, Integer> index, String agent) {
        Integer found = index.get(agent);
        if (found == null) {
            throw new IllegalArgumentException("A link names agent '%s', which is not in the graph".formatted(agent));
        }
        return found;
    }
}

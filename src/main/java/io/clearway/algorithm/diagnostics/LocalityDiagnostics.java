package io.clearway.algorithm.diagnostics;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.LocalityBounds;
import io.clearway.network.Neighborhood;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The cost of local observation: communication, and the bounds of Ma et al. 2024 as they follow from the graph, each
 * per unit of what depends on the play (largest reward, largest gradient, model error, policy shift).
 */
public final class LocalityDiagnostics {
    private final Map<Metric, Double> measured = new EnumMap<>(Metric.class);

    /**
     * κ in hops, {@link NeighborhoodInputs#ALL_AGENTS} for no limit.
     *
     * @param policy how far an agent observes to act
     * @param value how far its value observes
     * @param advantage whose advantages improve its policy
     * @param model how far its model hears; 0 without a model
     */
    public record Radii(int policy, int value, int advantage, int model) {}

    private LocalityDiagnostics(Task task, Radii radii) {
        AgentGraph graph = task.graph();
        measured.put(Metric.COMMUNICATION_BYTES, bytes(task, radii.policy()));
        int[] hops = {radii.policy(), radii.value(), radii.advantage(), radii.model()};
        boolean everywhere = IntStream.of(hops).anyMatch(radius -> radius == NeighborhoodInputs.ALL_AGENTS);
        int farthest = IntStream.of(hops).max().orElseThrow();
        measured.put(Metric.COMMUNICATION_RATIO, everywhere ? 1 : ratio(graph, farthest));
    }

    /**
     * Computes the cost of communication once, on any graph.
     *
     * @param radii how far agents observe
     */
    public static LocalityDiagnostics ofCommunication(Task task, Radii radii) {
        return new LocalityDiagnostics(task, radii);
    }

    /**
     * Computes the bounds, too, which hold on the graph by which agents affect each other; without discount there are
     * none.
     *
     * @param radii how far agents observe
     * @param discount γ of values
     * @param rolloutLength T of the imagined rollouts; 0 without a model
     */
    public static LocalityDiagnostics withBounds(Task task, Radii radii, double discount, int rolloutLength) {
        LocalityDiagnostics diagnostics = new LocalityDiagnostics(task, radii);
        if (discount < 1) {
            diagnostics.addBounds(task.graph(), radii, discount, rolloutLength);
        }
        return diagnostics;
    }

    private static double bytes(Task task, int radius) {
        double bytes = 0;
        for (Neighborhood neighborhood : task.graph().neighborhoods(radius)) {
            for (int member : neighborhood.members()) {
                int values = task.agents().get(member).observationSize();
                bytes += member == neighborhood.center() ? 0 : (double) Float.BYTES * values;
            }
        }
        return bytes;
    }

    private static double ratio(AgentGraph graph, int radius) {
        return new LocalityBounds(graph, 0).communicationRatio(radius);
    }

    private void addBounds(AgentGraph graph, Radii radii, double discount, int rolloutLength) {
        var bounds = new LocalityBounds(graph, discount);
        int all = graph.size();
        int values = radii.value() < 0 ? all : radii.value();
        int advantages = radii.advantage() < 0 ? all : radii.advantage();
        measured.put(Metric.VALUE_TRUNCATION_BOUND, bounds.valueTruncation(values, 1));
        measured.put(
                Metric.GRADIENT_ERROR_BOUND,
                IntStream.range(0, all)
                        .mapToDouble(agent -> bounds.gradientError(agent, advantages, 1, 1))
                        .max()
                        .orElseThrow());
        double[] ones = IntStream.range(0, all).mapToDouble(agent -> 1).toArray();
        double[] none = new double[all];
        measured.put(Metric.MODEL_ERROR_FACTOR, bounds.branchedReturnGap(rolloutLength, 1, ones, none, 0));
        measured.put(Metric.POLICY_SHIFT_FACTOR, bounds.branchedReturnGap(rolloutLength, 1, none, ones, 0));
    }

    /** Adds what was worked out to the measurements of a round. */
    public void report(Map<Metric, Double> round) {
        round.putAll(measured);
    }
}

package io.clearway.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The error bounds of the theorems of Ma et al. 2024 (Methods) on a graph: errors of values, gradients and returns when
 * agents use κ-hop neighborhoods and roll out their local models for T steps. All follow from the sizes |N_i^k| of the
 * breadth-first balls; rewards enter by their largest absolute value r_max.
 */
public final class LocalityBounds {
    private final double discount;
    private final int agents;
    private final List<int[]> balls;

    /** @param discount γ, from 0 up to but not including 1 */
    public LocalityBounds(AgentGraph graph, double discount) {
        if (!(discount >= 0 && discount < 1)) {
            throw new IllegalArgumentException(
                    "The bounds hold for a discount from 0 up to but not including 1, not " + discount);
        }
        this.discount = discount;
        this.agents = graph.size();
        this.balls = IntStream.range(0, agents)
                .mapToObj(agent -> ballSizes(graph, agent))
                .toList();
    }

    /** |N_i^k| for k = 0, 1, … until the ball no longer grows. */
    private static int[] ballSizes(AgentGraph graph, int agent) {
        int[] distances = graph.distances(agent);
        int[] sizes = new int[Arrays.stream(distances).max().orElseThrow() + 1];
        for (int distance : distances) {
            if (distance >= 0) {
                sizes[distance]++;
            }
        }
        Arrays.parallelPrefix(sizes, Integer::sum);
        return sizes;
    }

    private int ball(int agent, int radius) {
        int[] sizes = balls.get(agent);
        return sizes[Math.min(radius, sizes.length - 1)];
    }

    /** Σ_{k=0}^{T−1} γ^{k+1} |N_i^k| / n: how an error of agent i's model accumulates over T steps. */
    public double spread(int agent, int steps) {
        double sum = 0;
        double weight = discount;
        for (int k = 0; k < steps; k++) {
            sum += weight * ball(agent, k) / agents;
            weight *= discount;
        }
        return sum;
    }

    /** Σ_{k=T}^{∞} γ^{k+1} |N_i^k| / n: the same from step T on. */
    public double spreadFrom(int agent, int steps) {
        int settled = Math.max(steps, balls.get(agent).length - 1);
        double tail = Math.pow(discount, settled + 1) / (1 - discount) * ball(agent, settled) / agents;
        return spread(agent, settled) - spread(agent, steps) + tail;
    }

    /**
     * Theorem 1: largest difference of the returns in the environment and in endless model rollouts (Eq. 14).
     *
     * @param largestReward r_max
     * @param modelErrors ε_m,i: largest total variation distance of each local model from the truth
     * @param policyShifts ε_π,i: largest total variation distance of each policy from the one that collected the data
     */
    public double returnGap(double largestReward, double[] modelErrors, double[] policyShifts) {
        double sum = 0;
        for (int agent = 0; agent < agents; agent++) {
            sum += policyShifts[agent] / agents + (modelErrors[agent] + 2 * policyShifts[agent]) * spreadFrom(agent, 0);
        }
        return 2 * largestReward / (1 - discount) * sum;
    }

    /**
     * Theorem 2 and Corollary 1: the same for rollouts of T steps that branch off from real states, in a system that is
     * ξ-dependent; ξ = 0 for an independent one.
     *
     * @param steps T
     * @param dependence ξ
     */
    public double branchedReturnGap(
            int steps, double largestReward, double[] modelErrors, double[] policyShifts, double dependence) {
        double sum = 0;
        for (int agent = 0; agent < agents; agent++) {
            sum += modelErrors[agent] * spread(agent, steps) + policyShifts[agent] * spreadFrom(agent, steps);
        }
        double coupling = 2 * largestReward * discount / ((1 - discount) * (1 - discount)) * dependence;
        return coupling + 2 * largestReward / (1 - discount) * sum;
    }

    /** Theorem 3: largest difference of V_i(s) and V_i(s_{N_i^κ}) (Eq. 15). */
    public double valueTruncation(int radius, double largestReward) {
        return largestReward / (1 - discount) * Math.pow(discount, radius);
    }

    /**
     * Theorem 4: largest error of agent i's policy gradient when values of N_i^κ replace those of all (Eq. 17).
     *
     * @param largestGradient g_max: largest norm of ∇ log π_i
     */
    public double gradientError(int agent, int radius, double largestReward, double largestGradient) {
        double share = (double) ball(agent, radius) / agents;
        return Math.pow(discount, radius - 1.0)
                / (1 - discount)
                * (1 - (1 - discount * discount) * share)
                * largestReward
                * largestGradient;
    }

    /** Σ_i |N_i^κ| / n²: size of the neighborhoods relative to full communication. */
    public double communicationRatio(int radius) {
        double sum = 0;
        for (int agent = 0; agent < agents; agent++) {
            sum += ball(agent, radius);
        }
        return sum / ((double) agents * agents);
    }
}

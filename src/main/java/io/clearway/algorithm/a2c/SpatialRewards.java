package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.network.AgentGraph;

/** Rewards with spatial discount (Chu et al. 2020): r̃_i = Σ_j α^{d(i,j)} r_j, d being the distance in the graph. */
final class SpatialRewards {
    private final int agents;
    private final double discount;
    private final float[][] weights;

    /**
     * @param discount α; 0 gives the own reward only, 1 gives every agent the sum over all, connected or not; in
     *     between agents that no path connects do not count
     */
    SpatialRewards(AgentGraph graph, double discount) {
        this.agents = graph.size();
        this.discount = discount;
        this.weights = discount > 0 && discount < 1 ? weights(graph, discount) : new float[0][];
    }

    private static float[][] weights(AgentGraph graph, double discount) {
        float[][] weights = new float[graph.size()][graph.size()];
        for (int agent = 0; agent < weights.length; agent++) {
            int[] distances = graph.distances(agent);
            for (int other = 0; other < weights.length; other++) {
                weights[agent][other] =
                        distances[other] < 0 ? 0 : (float) Math.pow(discount, (double) distances[other]);
            }
        }
        return weights;
    }

    /** r̃ of an episode [agents][steps]. */
    double[][] of(EpisodeBuffer episode) {
        double[][] rewards = new double[agents][episode.length()];
        for (int time = 0; time < episode.length(); time++) {
            double sum = 0;
            for (int agent = 0; agent < agents; agent++) {
                sum += episode.reward(time, agent);
            }
            for (int agent = 0; agent < agents; agent++) {
                rewards[agent][time] = discount == 1 ? sum : around(episode, time, agent);
            }
        }
        return rewards;
    }

    private double around(EpisodeBuffer episode, int time, int agent) {
        if (discount == 0) {
            return episode.reward(time, agent);
        }
        double sum = 0;
        for (int other = 0; other < agents; other++) {
            sum += weights[agent][other] * episode.reward(time, other);
        }
        return sum;
    }
}

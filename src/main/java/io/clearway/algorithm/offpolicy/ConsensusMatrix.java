package io.clearway.algorithm.offpolicy;

import io.clearway.network.AgentGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix W of Li and Jia, Eq. 41, by which each agent averages with its neighbors only: W_ij = 1 / (d + 1) between
 * neighbors, W_ii = 1 − |N_i| / (d + 1), d being the largest degree.
 */
final class ConsensusMatrix {
    private final List<List<Integer>> neighbors = new ArrayList<>();
    private final double share;

    ConsensusMatrix(AgentGraph graph) {
        int degree = 0;
        for (int agent = 0; agent < graph.size(); agent++) {
            neighbors.add(graph.neighbors(agent));
            degree = Math.max(degree, neighbors.get(agent).size());
        }
        this.share = 1.0 / (degree + 1);
    }

    /** Number of agents N. */
    int size() {
        return neighbors.size();
    }

    /** Σ_i |N_i|. */
    int edgeEnds() {
        return neighbors.stream().mapToInt(List::size).sum();
    }

    /** W_ij. */
    double weight(int i, int j) {
        if (i == j) {
            return 1 - neighbors.get(i).size() * share;
        }
        return neighbors.get(i).contains(j) ? share : 0;
    }

    /**
     * x ← W x (Eq. 42, 46) for many experiences at once.
     *
     * @param x [agents][experiences]
     * @param count how many of the experiences
     */
    void average(double[][] x, int count) {
        double[][] before = new double[x.length][];
        for (int agent = 0; agent < x.length; agent++) {
            before[agent] = x[agent].clone();
        }
        for (int agent = 0; agent < x.length; agent++) {
            double own = weight(agent, agent);
            for (int place = 0; place < count; place++) {
                double sum = own * before[agent][place];
                for (int neighbor : neighbors.get(agent)) {
                    sum += share * before[neighbor][place];
                }
                x[agent][place] = sum;
            }
        }
    }
}

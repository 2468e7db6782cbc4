package io.clearway.algorithm.a2c;

import io.clearway.algorithm.Task;
import io.clearway.metric.Metric;
import io.clearway.network.LocalityBounds;
import java.util.Map;

/**
 * What communicating agents send: at each decision the message of their method, four bytes a number, and with consensus
 * the LSTM's weights after each update, spread over the decisions between two updates. While learning each receives
 * from its neighbors, whatever the message.
 */
final class CommunicationCost {
    private final double bytes;
    private final double ratio;

    /** @param weights that agents average with their neighbors per decision, 0 without consensus */
    CommunicationCost(Task task, RecurrentNetwork network, double weights) {
        CommunicationTopology topology = network.topology();
        double numbers = 0;
        for (int[] neighbors : topology.neighbors()) {
            for (int neighbor : neighbors) {
                numbers += weights;
                for (MessageContent content : network.contents()) {
                    numbers += content.values(topology, neighbor);
                }
            }
        }
        this.bytes = Float.BYTES * numbers;
        this.ratio = new LocalityBounds(task.graph(), 0).communicationRatio(1);
    }

    /** @param open share of the messages that gates pass, 1 without gates */
    void report(Map<Metric, Double> measured, double open) {
        measured.put(Metric.COMMUNICATION_BYTES, open * bytes);
        measured.put(Metric.COMMUNICATION_RATIO, ratio);
    }
}

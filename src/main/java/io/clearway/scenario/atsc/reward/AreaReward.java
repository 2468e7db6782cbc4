package io.clearway.scenario.atsc.reward;

import io.clearway.network.JointReward;
import java.util.List;
import java.util.stream.IntStream;

/**
 * −(vehicles on the own incoming lanes + ½ of those on the neighbors' + an equal share of those that wait to enter the
 * network), divided: time spent in the neighborhood, which spillback cannot hide.
 */
record AreaReward(List<List<Integer>> neighbors) implements SignalReward {
    /** Vehicles per unit of reward, so that its values stay near 1. */
    private static final double DIVISOR = 100;

    private static final double NEIGHBOR_WEIGHT = 0.5;

    AreaReward(RewardTask task) {
        this(IntStream.range(0, task.graph().size())
                .mapToObj(task.graph()::neighbors)
                .toList());
    }

    @Override
    public JointReward of(SignalTraffic traffic) {
        double[] vehicles = new double[neighbors.size()];
        for (int agent = 0; agent < vehicles.length; agent++) {
            vehicles[agent] = traffic.vehiclesOnIncoming(agent);
        }
        double waiting = (double) traffic.waitingToEnter() / vehicles.length;
        double[] rewards = new double[vehicles.length];
        for (int agent = 0; agent < rewards.length; agent++) {
            double around = 0;
            for (int neighbor : neighbors.get(agent)) {
                around += vehicles[neighbor];
            }
            rewards[agent] = -(vehicles[agent] + NEIGHBOR_WEIGHT * around + waiting) / DIVISOR;
        }
        return JointReward.of(rewards);
    }
}

package io.clearway.scenario.atsc.reward;

import io.clearway.network.JointReward;
import java.util.Arrays;

/**
 * −(vehicles on the own incoming lanes + an equal share of those elsewhere in the network and of those that wait to
 * enter it), divided. The sum over agents and decisions is, in proportion, minus the time in system as seen at
 * decisions, by which results are compared.
 */
record SystemReward(int agents) implements SignalReward {
    /** Vehicles per unit of reward, so that its values stay near 1. */
    private static final double DIVISOR = 100;

    SystemReward(RewardTask task) {
        this(task.graph().size());
    }

    @Override
    public JointReward of(SignalTraffic traffic) {
        double[] own = new double[agents];
        Arrays.setAll(own, traffic::vehiclesOnIncoming);
        double elsewhere = traffic.running()
                + traffic.waitingToEnter()
                - Arrays.stream(own).sum();
        return JointReward.of(Arrays.stream(own)
                .map(vehicles -> -(vehicles + elsewhere / agents) / DIVISOR)
                .toArray());
    }
}

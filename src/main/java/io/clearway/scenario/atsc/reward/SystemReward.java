package io.clearway.scenario.atsc.reward;

import io.clearway.network.JointReward;
import java.util.Arrays;

/**
 * −(vehicles that approach the own signal + those that wait to enter the network before its lanes + an equal share of
 * all others), divided. The sum over agents and decisions is, in proportion, minus the time in system as seen at
 * decisions, by which results are compared.
 *
 * <p>Where vehicles wait to enter is not read: they wait before lanes that are full, so they are shared out by how full
 * the lanes are on which vehicles enter. An agent gains nothing by keeping vehicles out then.
 */
record SystemReward(int agents) implements SignalReward {
    /** Vehicles per unit of reward, so that its values stay near 1. */
    private static final double DIVISOR = 100;

    /** A lane that is half full counts for 1/16 of a full one: nobody waits before it for long. */
    private static final int SHARPNESS = 4;

    SystemReward(RewardTask task) {
        this(task.graph().size());
    }

    @Override
    public JointReward of(SignalTraffic traffic) {
        double[] approaching = new double[agents];
        double[] full = new double[agents];
        Arrays.setAll(approaching, traffic::vehiclesApproaching);
        Arrays.setAll(
                full,
                agent -> Arrays.stream(traffic.fullnessOfEntries(agent))
                        .map(share -> Math.pow(share, SHARPNESS))
                        .sum());
        double fullness = Arrays.stream(full).sum();
        double elsewhere = traffic.running() - Arrays.stream(approaching).sum();
        double[] rewards = new double[agents];
        for (int agent = 0; agent < agents; agent++) {
            double share = fullness > 0 ? full[agent] / fullness : 1.0 / agents;
            rewards[agent] = -(approaching[agent] + share * traffic.waitingToEnter() + elsewhere / agents) / DIVISOR;
        }
        return JointReward.of(rewards);
    }
}

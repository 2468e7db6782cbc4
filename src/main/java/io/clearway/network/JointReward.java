package io.clearway.network;

import java.util.Arrays;
import java.util.List;

/** The local rewards r_i of all agents for one step. */
public final class JointReward {
    private final double[] rewards;

    private JointReward(double[] rewards) {
        this.rewards = rewards;
    }

    /** The joint reward of these local rewards, in the order of the agents. */
    public static JointReward of(double... rewards) {
        return new JointReward(rewards.clone());
    }

    /** The rewards of several groups of agents, one after the other. */
    public static JointReward joined(List<JointReward> parts) {
        return new JointReward(parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.rewards))
                .toArray());
    }

    /** Number of agents. */
    public int agents() {
        return rewards.length;
    }

    /** Local reward r_i of an agent. */
    public double of(int agent) {
        return rewards[agent];
    }

    /** Σ_i r_i. */
    public double sum() {
        return Arrays.stream(rewards).sum();
    }
}

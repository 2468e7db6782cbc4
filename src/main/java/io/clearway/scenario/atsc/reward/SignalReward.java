package io.clearway.scenario.atsc.reward;

import io.clearway.network.JointReward;

/** A reward of signals: the local rewards r_i at the end of a decision. */
@FunctionalInterface
public interface SignalReward {
    /** r_i of all agents. */
    JointReward of(SignalTraffic traffic);
}

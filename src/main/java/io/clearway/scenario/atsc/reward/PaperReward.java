package io.clearway.scenario.atsc.reward;

import io.clearway.network.JointReward;

/** −Σ over the own links of the halting vehicles before them (Chu et al. 2020, objective {@code queue}), divided. */
record PaperReward(RewardTask task) implements SignalReward {
    @Override
    public JointReward of(SignalTraffic traffic) {
        double[] rewards = new double[task.graph().size()];
        for (int agent = 0; agent < rewards.length; agent++) {
            rewards[agent] = -halting(traffic.haltingBeforeLinks(agent)) / task.divisor();
        }
        return JointReward.of(rewards);
    }

    private double halting(int[] beforeLinks) {
        double limit = task.linkLimit().orElse(Double.POSITIVE_INFINITY);
        double halting = 0;
        for (int before : beforeLinks) {
            halting += Math.min(limit, before);
        }
        return halting;
    }
}

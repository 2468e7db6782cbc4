package io.clearway.algorithm.offpolicy;

import io.clearway.network.ActionSpace;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.List;

/** Maps actions in (−1, 1) to each agent's own interval and back. */
final class ActionRanges {
    private final List<ActionSpace.Interval> intervals = new ArrayList<>();

    /** @throws InvalidSetting when an agent has counted actions */
    ActionRanges(List<AgentSpec> agents) {
        for (AgentSpec agent : agents) {
            if (!(agent.space() instanceof ActionSpace.Interval interval)) {
                throw new InvalidSetting(
                        "algorithm",
                        OffPolicyActorCritic.NAME,
                        "agent %s has discrete actions, which a squashed Gaussian cannot draw; use an algorithm for discrete actions"
                                .formatted(agent.id()));
            }
            intervals.add(interval);
        }
    }

    /** The joint action of these actions in (−1, 1). */
    JointAction scaled(double[] actions) {
        double[] values = new double[actions.length];
        for (int agent = 0; agent < actions.length; agent++) {
            ActionSpace.Interval interval = intervals.get(agent);
            values[agent] = interval.low() + (interval.high() - interval.low()) * (1 + actions[agent]) / 2;
        }
        return JointAction.ofValues(values);
    }

    /** u of every agent's action. */
    double[] before(JointAction action) {
        double[] before = new double[intervals.size()];
        for (int agent = 0; agent < before.length; agent++) {
            ActionSpace.Interval interval = intervals.get(agent);
            double share = (action.value(agent) - interval.low()) / (interval.high() - interval.low());
            before[agent] = SquashedGaussian.unsquash(2 * share - 1);
        }
        return before;
    }
}

package io.clearway.algorithm.experience;

import io.clearway.network.ActionSpace.Box;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.List;

/** Maps actions from −1 to 1 to each agent's own intervals and back. */
public final class ActionRanges {
    private final List<List<Interval>> intervals = new ArrayList<>();

    /**
     * The ranges of some agents.
     *
     * @param algorithm that needs them, for the error
     * @throws InvalidSetting when an agent has discrete actions
     */
    public ActionRanges(List<AgentSpec> agents, String algorithm) {
        for (AgentSpec agent : agents) {
            if (!(agent.space() instanceof Box box)) {
                throw new InvalidSetting(
                        "algorithm",
                        algorithm,
                        "agent %s has discrete actions, which a policy of real numbers cannot choose; use an algorithm for discrete actions"
                                .formatted(agent.id()));
            }
            intervals.add(box.numbers());
        }
    }

    /** How many real numbers an agent chooses. */
    public int numbers(int agent) {
        return intervals.get(agent).size();
    }

    /** Largest count of real numbers that an agent chooses. */
    public int width() {
        return intervals.stream().mapToInt(List::size).max().orElseThrow();
    }

    /**
     * The joint action of these actions.
     *
     * @param actions from −1 to 1, for each agent as many as it chooses
     */
    public JointAction scaled(double[][] actions) {
        double[][] values = new double[actions.length][];
        for (int agent = 0; agent < actions.length; agent++) {
            values[agent] = new double[actions[agent].length];
            for (int i = 0; i < values[agent].length; i++) {
                Interval interval = intervals.get(agent).get(i);
                values[agent][i] = interval.low() + (interval.high() - interval.low()) * (1 + actions[agent][i]) / 2;
            }
        }
        return JointAction.ofVectors(values);
    }

    /** The inverse of {@link #scaled}: every agent's numbers from −1 to 1. */
    public double[][] shares(JointAction action) {
        double[][] shares = new double[intervals.size()][];
        for (int agent = 0; agent < shares.length; agent++) {
            shares[agent] = new double[numbers(agent)];
            for (int i = 0; i < shares[agent].length; i++) {
                Interval interval = intervals.get(agent).get(i);
                double share = (action.value(agent, i) - interval.low()) / (interval.high() - interval.low());
                shares[agent][i] = 2 * share - 1;
            }
        }
        return shares;
    }
}

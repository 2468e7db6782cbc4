package io.clearway.scenario.power.distribution;

import io.clearway.metric.Metric;
import io.clearway.scenario.power.VoltageBand;
import io.clearway.scenario.power.VoltageMetrics;
import java.util.Arrays;
import java.util.Map;

/** Adds up what an episode's voltages, reactive powers and losses were. */
final class PowerNetMetrics {
    private final VoltageMetrics voltages = new VoltageMetrics(VoltageBand.FIVE_PERCENT);
    private int solved;
    private double reactiveSum;
    private double lossSum;

    /**
     * Adds a decision after which the grid could be solved.
     *
     * @param voltage of all buses (pu)
     * @param reactive mean |q| over inverters (Mvar)
     * @param losses of all lines (MW)
     * @param rewards the paper's reward and the sum of what learners got
     */
    void add(double[] voltage, double reactive, double losses, Rewards rewards) {
        solved++;
        reactiveSum += reactive;
        lossSum += losses;
        voltages.add(voltage, rewards.paper(), rewards.learners());
    }

    /** Adds the decision that had no solution. */
    void fail(int buses, Rewards rewards) {
        double[] unknown = new double[buses];
        Arrays.fill(unknown, Double.NaN);
        voltages.add(unknown, rewards.paper(), rewards.learners());
    }

    /** What is known while the episode runs. */
    Map<Metric, Double> soFar() {
        return with(voltages.soFar());
    }

    /** All measurements; decisions after a failure score nothing more. */
    Map<Metric, Double> complete(int horizon) {
        return with(voltages.complete(horizon, 0));
    }

    private Map<Metric, Double> with(Map<Metric, Double> values) {
        values.put(Metric.REACTIVE_POWER, reactiveSum / Math.max(1, solved));
        values.put(Metric.LINE_LOSSES, lossSum / Math.max(1, solved));
        return values;
    }

    /**
     * Rewards of a decision.
     *
     * @param paper the grid's, by the paper
     * @param learners sum over agents of what they got
     */
    record Rewards(double paper, double learners) {}
}

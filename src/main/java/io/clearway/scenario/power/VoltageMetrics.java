package io.clearway.scenario.power;

import io.clearway.metric.Metric;
import java.util.EnumMap;
import java.util.Map;

/** Adds up what an episode's voltages were, decision by decision. */
public final class VoltageMetrics {
    private final VoltageBand band;
    private int decisions;
    private double scoreSum;
    private double learnerSum;
    private double deviationSum;
    private double insideSum;
    private int allInside;
    private int firstAllInside;

    /** @param band of safe voltages */
    public VoltageMetrics(VoltageBand band) {
        this.band = band;
    }

    /**
     * Adds a decision.
     *
     * @param voltages after it (pu); not a number where the grid could not be solved, which counts as outside
     * @param score as in the scenario's paper
     * @param learner the same as rewarded to learners
     */
    public void add(double[] voltages, double score, double learner) {
        decisions++;
        scoreSum += score;
        learnerSum += learner;
        int inside = 0;
        for (double voltage : voltages) {
            inside += band.holds(voltage) ? 1 : 0;
            deviationSum += (Double.isNaN(voltage) ? 1 : Math.abs(voltage - 1)) / voltages.length;
        }
        insideSum += (double) inside / voltages.length;
        if (inside == voltages.length) {
            allInside++;
            firstAllInside = firstAllInside == 0 ? decisions : firstAllInside;
        }
    }

    /** What is known while the episode runs. */
    public Map<Metric, Double> soFar() {
        int count = Math.max(1, decisions);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.PAPER_REWARD, scoreSum / count);
        values.put(Metric.ALL_VOLTAGES_SAFE, (double) allInside / count);
        values.put(Metric.VOLTAGES_SAFE, insideSum / count);
        values.put(Metric.VOLTAGE_DEVIATION, deviationSum / count);
        values.put(Metric.DECISIONS, (double) decisions);
        values.put(Metric.LEARNER_RETURN, learnerSum);
        return values;
    }

    /**
     * All measurements; a grid that failed before the time limit has no safe voltage until then.
     *
     * @param horizon decisions of a full episode
     * @param missingScore score of each decision that was not taken
     */
    public Map<Metric, Double> complete(int horizon, double missingScore) {
        Map<Metric, Double> values = soFar();
        int missing = horizon - decisions;
        values.put(Metric.PAPER_REWARD, (scoreSum + missing * missingScore) / horizon);
        values.put(Metric.ALL_VOLTAGES_SAFE, (double) allInside / horizon);
        values.put(Metric.VOLTAGES_SAFE, insideSum / horizon);
        values.put(Metric.VOLTAGE_DEVIATION, (deviationSum + missing) / horizon);
        values.put(Metric.DECISIONS_UNTIL_SAFE, (double) (firstAllInside == 0 ? horizon : firstAllInside));
        return values;
    }
}

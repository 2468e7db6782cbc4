package io.clearway.scenario.cacc;

import io.clearway.metric.Metric;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the measurements of one episode. Speed and headway count while the platoon drives, the crash included. */
final class PlatoonMetrics {
    private double scoreSum;
    private double learnerSum;
    private double lastScore;
    private double speedSum;
    private double headwaySum;
    private int driven;
    private int collisions;
    private int decisions;

    /**
     * Adds a step.
     *
     * @param platoon after the step
     * @param stood whether it was crashed before the step
     * @param score Σ_i r_i as in the paper
     * @param learner the same as rewarded to learners
     */
    void add(Platoon platoon, boolean stood, double score, double learner) {
        decisions++;
        scoreSum += score;
        learnerSum += learner;
        lastScore = score;
        if (stood) {
            return;
        }
        driven++;
        collisions += platoon.crashed() ? 1 : 0;
        for (int vehicle = 0; vehicle < platoon.size(); vehicle++) {
            speedSum += platoon.speed(vehicle) / platoon.size();
            headwaySum += platoon.headway(vehicle) / platoon.size();
        }
    }

    /** What is known while the episode runs. */
    Map<Metric, Double> soFar() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.PAPER_REWARD, scoreSum / Math.max(1, decisions));
        values.put(Metric.MEAN_SPEED, speedSum / Math.max(1, driven));
        values.put(Metric.MEAN_HEADWAY, headwaySum / Math.max(1, driven));
        values.put(Metric.COLLISIONS, (double) collisions);
        values.put(Metric.DECISIONS, (double) decisions);
        values.put(Metric.LEARNER_RETURN, learnerSum);
        return values;
    }

    /** All measurements; a crashed platoon whose episode ended early counts as standing until the time limit. */
    Map<Metric, Double> complete(int horizon) {
        Map<Metric, Double> values = soFar();
        if (collisions > 0) {
            values.put(Metric.PAPER_REWARD, (scoreSum + (horizon - decisions) * lastScore) / horizon);
        }
        return values;
    }
}

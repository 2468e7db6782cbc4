package io.clearway.scenario.flow;

import io.clearway.metric.Metric;
import io.clearway.network.JointReward;
import io.clearway.simulation.TripStatistics;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Rewards and score of the steps of one episode, and the measurements that they add up to. */
final class FlowMetrics {
    private final FlowDefinition.Goal goal;
    private final FlowSettings settings;
    private double scoreSum;
    private double learnerSum;
    private double speedSum;
    private double deviationSum;
    private int decisions;
    private int crashes;

    FlowMetrics(FlowDefinition.Goal goal, FlowSettings settings) {
        this.goal = goal;
        this.settings = settings;
    }

    /**
     * Adds a step.
     *
     * @param speeds after it, in m/s
     * @param accelerations in it, in m/s²
     * @param crashed whether vehicles collided
     * @return reward of learners for it
     */
    JointReward add(double[] speeds, double[] accelerations, boolean crashed) {
        double[] local = new double[speeds.length];
        for (int vehicle = 0; vehicle < local.length; vehicle++) {
            local[vehicle] = goal.speedWeight() * nearness(speeds[vehicle])
                    - goal.effortWeight() * Math.abs(accelerations[vehicle]);
        }
        double score = goal.score() == FlowDefinition.Score.REWARD
                ? Arrays.stream(local).sum()
                : nearness(speeds);
        if (settings.reward() == FlowSettings.Reward.SCORE) {
            Arrays.fill(local, score / local.length);
        }
        JointReward reward = JointReward.of(local);
        double mean = Arrays.stream(speeds).average().orElse(0);
        double squares = Arrays.stream(speeds)
                .map(speed -> (speed - mean) * (speed - mean))
                .sum();
        scoreSum += score;
        learnerSum += reward.sum();
        speedSum += mean;
        deviationSum += Math.sqrt(squares / speeds.length);
        decisions++;
        crashes += crashed ? 1 : 0;
        return reward;
    }

    private double nearness(double speed) {
        return settings.task().targetSpeed() - Math.abs(settings.task().targetSpeed() - speed);
    }

    /** 1 − ‖v − v* · 1‖ / ‖v* · 1‖, not below 0. */
    private double nearness(double[] speeds) {
        double squares = 0;
        for (double speed : speeds) {
            squares += (speed - settings.task().targetSpeed())
                    * (speed - settings.task().targetSpeed());
        }
        return Math.max(
                0, 1 - Math.sqrt(squares / speeds.length) / settings.task().targetSpeed());
    }

    /** What is known while the episode runs. */
    Map<Metric, Double> soFar() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.PAPER_REWARD, scoreSum);
        values.put(Metric.MEAN_SPEED, speedSum / Math.max(1, decisions));
        values.put(Metric.SPEED_DEVIATION, deviationSum / Math.max(1, decisions));
        values.put(Metric.COLLISIONS, (double) crashes);
        values.put(Metric.DECISIONS, (double) decisions);
        values.put(Metric.LEARNER_RETURN, learnerSum);
        return values;
    }

    /** All measurements, with what the simulator itself recorded. */
    Map<Metric, Double> complete(TripStatistics trips) {
        Map<Metric, Double> values = soFar();
        values.put(Metric.COLLISIONS, (double) trips.vehicles().collisions());
        return values;
    }
}

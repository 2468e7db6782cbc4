package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.neural.AgentTensor;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of the variance of returns values explain, with the time of the episode taken out: at each agent and each
 * time since the beginning, returns and values count by their distance from their mean over the episodes. Demand that
 * rises and falls within the hour explains most of the whole variance and tells nothing about actions.
 */
final class ExplainedVariance {
    private ExplainedVariance() {}

    /**
     * 1 − Σ (ΔR − ΔV)² / Σ ΔR² over agents, times and episodes; empty for fewer than two episodes, or returns that do
     * not differ.
     *
     * @param rollouts whole episodes
     * @param returns R_i, a row per sample of the rollouts
     * @param values V_i, likewise
     */
    static OptionalDouble of(RolloutBatch rollouts, AgentTensor returns, AgentTensor values) {
        List<Segment> episodes = rollouts.segments();
        int length = episodes.stream().mapToInt(Segment::length).min().orElse(0);
        double errors = 0;
        double squares = 0;
        for (int agent = 0; agent < returns.agents(); agent++) {
            for (int time = 0; time < length; time++) {
                double meanReturn = mean(episodes, returns, agent, time);
                double meanValue = mean(episodes, values, agent, time);
                for (Segment episode : episodes) {
                    int sample = episode.first() + time;
                    double own = returns.get(agent, sample, 0) - meanReturn;
                    double error = own - (values.get(agent, sample, 0) - meanValue);
                    errors += error * error;
                    squares += own * own;
                }
            }
        }
        return squares > 0 ? OptionalDouble.of(1 - errors / squares) : OptionalDouble.empty();
    }

    private static double mean(List<Segment> episodes, AgentTensor numbers, int agent, int time) {
        double sum = 0;
        for (Segment episode : episodes) {
            sum += numbers.get(agent, episode.first() + time, 0);
        }
        return sum / episodes.size();
    }
}

package io.clearway.scenario.combined;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Environments in step. The first that is over ends the episode of all.
 *
 * @param graph the agents of all, one environment after the other
 * @param agents likewise
 * @param horizon of each
 * @param parts closed with this
 */
record CombinedEnvironment(AgentGraph graph, List<AgentSpec> agents, int horizon, List<MeasuredEnvironment> parts)
        implements MeasuredEnvironment {
    @Override
    public JointObservation reset(long seed) {
        return new CombinedObservation(
                parts.stream().map(part -> part.reset(seed)).toList());
    }

    @Override
    public Step step(JointAction action) {
        List<Step> steps = new ArrayList<>();
        int first = 0;
        for (MeasuredEnvironment part : parts) {
            int next = first + part.agents().size();
            steps.add(part.step(action.part(first, next)));
            first = next;
        }
        return new Step(
                new CombinedObservation(steps.stream().map(Step::observation).toList()),
                JointReward.joined(steps.stream().map(Step::reward).toList()),
                steps.stream().anyMatch(Step::terminated),
                steps.stream().noneMatch(Step::terminated) && steps.stream().anyMatch(Step::truncated));
    }

    @Override
    public Map<Metric, Double> measurements() {
        return CombinedMeasurements.of(each(MeasuredEnvironment::measurements));
    }

    @Override
    public Map<Metric, Double> finish() {
        try {
            return CombinedMeasurements.of(each(MeasuredEnvironment::finish));
        } finally {
            close();
        }
    }

    @Override
    public List<Double> queueByMinute() {
        return CombinedMeasurements.curve(each(MeasuredEnvironment::queueByMinute));
    }

    private <T> List<T> each(Function<MeasuredEnvironment, T> of) {
        return parts.stream().map(of).toList();
    }

    @Override
    public String simulator() {
        return parts.stream().map(MeasuredEnvironment::simulator).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        for (MeasuredEnvironment part : parts) {
            try {
                part.close();
            } catch (RuntimeException broken) {
                if (failure == null) {
                    failure = broken;
                } else {
                    failure.addSuppressed(broken);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}

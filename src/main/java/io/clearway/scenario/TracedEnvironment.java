package io.clearway.scenario;

import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An environment that writes what each agent does into a file for each episode, a row for each agent and decision. */
public final class TracedEnvironment implements MeasuredEnvironment {
    private final MeasuredEnvironment traced;
    private final double decisionSeconds;
    private final LongFunction<Path> files;
    private @Nullable CsvFile file;
    private int decision;

    /**
     * @param traced is played, and closed with this one
     * @param decisionSeconds from a decision to the next
     * @param files the file of an episode by its seed
     */
    public TracedEnvironment(MeasuredEnvironment traced, double decisionSeconds, LongFunction<Path> files) {
        this.traced = traced;
        this.decisionSeconds = decisionSeconds;
        this.files = files;
    }

    @Override
    public JointObservation reset(long seed) {
        closeFile();
        JointObservation first = traced.reset(seed);
        decision = 0;
        List<Map<String, Double>> agents = SensedObservation.traced(first);
        Stream<String> quantities = agents.stream().limit(1).flatMap(agent -> agent.keySet().stream());
        file = new CsvFile(
                files.apply(seed),
                Stream.concat(Stream.of("seconds", "agent"), quantities).toArray(String[]::new));
        write(agents);
        return first;
    }

    private void write(List<Map<String, Double>> agents) {
        for (int agent = 0; agent < agents.size(); agent++) {
            List<Object> row = new ArrayList<>();
            // the product of a whole number and 0.1 may have digits of rounding
            row.add((float) (decision * decisionSeconds));
            row.add(traced.agents().get(agent).id());
            row.addAll(agents.get(agent).values());
            if (file != null) {
                file.row(row.toArray());
            }
        }
    }

    @Override
    public Step step(JointAction action) {
        Step step = traced.step(action);
        decision++;
        write(SensedObservation.traced(step.observation()));
        return step;
    }

    @Override
    public Map<Metric, Double> finish() {
        closeFile();
        return traced.finish();
    }

    private void closeFile() {
        CsvFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public AgentGraph graph() {
        return traced.graph();
    }

    @Override
    public List<AgentSpec> agents() {
        return traced.agents();
    }

    @Override
    public int horizon() {
        return traced.horizon();
    }

    @Override
    public Map<Metric, Double> measurements() {
        return traced.measurements();
    }

    @Override
    public List<Double> queueByMinute() {
        return traced.queueByMinute();
    }

    @Override
    public TravelReport travel() {
        return traced.travel();
    }

    @Override
    public String simulator() {
        return traced.simulator();
    }

    @Override
    public void close() {
        try {
            traced.close();
        } finally {
            closeFile();
        }
    }
}

package io.clearway.telemetry;

import io.clearway.metric.Metric;
import io.clearway.runs.Run;
import io.clearway.runs.RunListener;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;

/** Training as meters: sums by scenario and algorithm that stay, and figures of the runs that train here now. */
public final class TrainingMeters implements RunListener {
    private final MeterRegistry registry;
    private final NameLimit scenarios;
    private final Counter takenOver;
    private final Map<UUID, RunGauges> training = new ConcurrentHashMap<>();

    public TrainingMeters(MeterRegistry registry, TelemetrySettings settings) {
        this.registry = registry;
        this.scenarios = new NameLimit(settings.scenarios());
        this.takenOver = MeterName.RUNS_TAKEN_OVER.counter(registry);
        MeterName.LEFT_OUT.gauge(registry, scenarios, NameLimit::leftOut, "scenario");
    }

    @Override
    public void taken(Run run, int attempt) {
        if (attempt > 1) {
            takenOver.increment();
        }
        left(run);
        training.put(run.id(), new RunGauges(registry, run, scenario(run)));
    }

    @Override
    public void episode(Run run, EpisodeReport report) {
        String scenario = scenario(run);
        String algorithm = run.request().algorithm();
        String controller = report.controller().equals(EpisodeReport.LEARNER) ? EpisodeReport.LEARNER : "rule";
        MeterName.EPISODES.counter(registry, scenario, algorithm, controller).increment();
        RunGauges gauges = training.get(run.id());
        if (gauges != null) {
            MeterName.DECISIONS
                    .counter(registry, scenario, algorithm)
                    .increment(Math.max(0, report.decisions() - gauges.decisions()));
            gauges.show(report);
        }
        record(report, Metric.MEAN_QUEUE, MeterName.EPISODE_QUEUE.summary(registry, scenario, algorithm)::record);
        record(report, Metric.DELAY, MeterName.EPISODE_DELAY.summary(registry, scenario, algorithm)::record);
        record(report, Metric.ARRIVED, MeterName.EPISODE_ARRIVALS.counter(registry, scenario, algorithm)::increment);
    }

    private static void record(EpisodeReport report, Metric metric, DoubleConsumer meter) {
        Double value = report.metrics().get(metric);
        if (value != null) {
            meter.accept(value);
        }
    }

    @Override
    public void evaluated(Run run, EpisodeResult result) {
        MeterName.EVALUATION_EPISODES
                .counter(registry, scenario(run), run.request().algorithm())
                .increment();
    }

    @Override
    public void left(Run run) {
        RunGauges gauges = training.remove(run.id());
        if (gauges != null) {
            gauges.close();
        }
    }

    private String scenario(Run run) {
        return scenarios.of(run.request().scenario());
    }
}

package io.clearway.telemetry;

import io.clearway.metric.Metric;
import io.clearway.runs.Run;
import io.clearway.training.EpisodeReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gauge for every metric that a run has reported, with its newest value, as long as the run trains here. */
final class RunGauges implements AutoCloseable {
    private final MeterRegistry registry;
    private final Tags tags;
    private final List<Meter> meters = new CopyOnWriteArrayList<>();
    private final Map<Metric, Double> newest = new ConcurrentHashMap<>();
    private volatile int decisions;

    RunGauges(MeterRegistry registry, Run run, String scenario) {
        String id = run.id().toString();
        String algorithm = run.request().algorithm();
        this.registry = registry;
        this.tags = Tags.of("run", id, "scenario", scenario, "algorithm", algorithm);
        this.decisions = run.decisionsDone();
        double requested = run.request().training().decisions();
        meters.add(MeterName.RUN_PROGRESS.gauge(
                registry, this, gauges -> Math.min(1, gauges.decisions / requested), id, scenario, algorithm));
    }

    /** Name of the gauge for a metric, in Micrometer's words. */
    static String name(Metric metric) {
        return "clearway.run." + metric.key().replaceAll("([A-Z])", ".$1").toLowerCase(Locale.ROOT);
    }

    /** Decisions of the run up to the newest report. */
    int decisions() {
        return decisions;
    }

    void show(EpisodeReport report) {
        decisions = report.decisions();
        report.metrics().forEach((metric, value) -> {
            if (newest.put(metric, value) == null) {
                meters.add(gauge(metric));
            }
        });
    }

    private Gauge gauge(Metric metric) {
        return Gauge.builder(name(metric), newest, values -> values.getOrDefault(metric, Double.NaN))
                .description("%s (%s), newest episode".formatted(metric.meaning(), metric.unit()))
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}

package io.clearway.telemetry;

import io.clearway.metric.Metric;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** docs/metrics.md, from {@link MeterName} and {@link Metric}. */
final class MetricsPage {
    private static final PrometheusNamingConvention NAMES = new PrometheusNamingConvention();

    private MetricsPage() {}

    /** Names of all meters of ours in Prometheus, without what it appends to timers and summaries. */
    static List<String> names() {
        return Stream.concat(
                        Arrays.stream(MeterName.values()).map(MetricsPage::name),
                        Arrays.stream(Metric.values()).map(MetricsPage::name))
                .toList();
    }

    private static String name(MeterName meter) {
        return name(meter.meter(), meter.type(), meter.unit());
    }

    private static String name(Metric metric) {
        return name(RunGauges.name(metric), Meter.Type.GAUGE, null);
    }

    private static String name(String meter, Meter.Type type, @Nullable String unit) {
        String name = NAMES.name(meter, type, unit);
        return type == Meter.Type.COUNTER && !name.endsWith("_total") ? name + "_total" : name;
    }

    static String text() {
        List<String> lines = new ArrayList<>();
        lines.add("""
                # Metrics

                Generated from the code by `./mvnw test -Dtest=MetricsDocumentTest -Dclearway.docs=write`; the same test checks
                that it is up to date. What the dashboards show of it: [monitoring.md](monitoring.md).

                ## What is measured in an episode

                `Key` is the name in the database, in JSON and in CSV. While a run trains, the service that executes it
                exports the value of its newest episode under the gauge, with the tags `run`, `scenario` and `algorithm`;
                those of a round of learning come with the round's last episode.

                | key | gauge | unit | meaning |
                |---|---|---|---|""");
        for (Metric metric : Metric.values()) {
            lines.add(
                    "| `%s` | `%s` | %s | %s |".formatted(metric.key(), name(metric), metric.unit(), metric.meaning()));
        }
        lines.add("""

                ## What the service exports

                At `/actuator/prometheus`. A timer becomes `…_bucket`, `…_sum`, `…_count` and `…_max`, a summary the same
                without buckets.

                | name | kind | tags | meaning |
                |---|---|---|---|""");
        for (MeterName meter : MeterName.values()) {
            String kind = meter.type().name().toLowerCase(Locale.ROOT).replaceFirst(".*_", "");
            String tags = meter.tags().isEmpty() ? "–" : "`" + String.join("` `", meter.tags()) + "`";
            lines.add("| `%s` | %s | %s | %s |".formatted(name(meter), kind, tags, meter.meaning()));
        }
        lines.add("""

                Spring Boot and the libraries add their own: `jvm_…`, `process_…`, `system_…`, `http_server_requests_seconds_…`
                (with buckets), `hikaricp_…` (database connections), `dbscheduler_…` (jobs done), `logback_…`.

                ## Limits on their number

                Meters with `run` or `deployment` exist while the run trains or the deployment drives, and are removed when
                it ends; a service trains `db-scheduler.threads` runs at a time. At most `clearway.telemetry.deployments`
                (100) deployments and `clearway.telemetry.intersections` (2000) intersections have their own meters, the
                first ones; scenarios beyond the first `clearway.telemetry.scenarios` (100) names are `other`; of workers,
                the 100 with the oldest heartbeats are exported. `clearway_meters_left_out` counts the rest.""");
        return String.join("\n", lines) + "\n";
    }
}

package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.TrafficCounts;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeploymentMetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DeploymentMeters meters =
            new DeploymentMeters(registry, new TelemetrySettings(2, 5, 100, Duration.ofSeconds(5)));

    @Test
    void aDeploymentIsToldAsAWholeAndSignalBySignalWhileItDrives() {
        Deployment center = deployment("center");
        meters.reported(center, DeploymentReport.connecting(Instant.EPOCH));
        assertThat(names()).noneMatch(name -> name.startsWith("clearway.deployment"));
        meters.reported(center, report(3, 0));
        meters.reported(center, report(3, 1));
        String scraped = registry.scrape();
        assertThat(scraped)
                .contains("clearway_deployment_queue_vehicles{" + tags(center) + "} 0.5")
                .contains("clearway_deployment_arrived_vehicles_total{" + tags(center) + "} 11.0")
                .contains("clearway_deployment_fallen_signals{" + tags(center) + "} 1.0")
                .contains("clearway_deployment_decisions_late_total{" + tags(center) + "} 2.0")
                .contains("clearway_intersection_waiting_seconds{deployment=\"%s\",intersection=\"s2\",name=\"center\""
                                .formatted(center.id())
                        + ",scenario=\"grid\"} 20.0")
                .contains("clearway_fallbacks_total 1.0");
        meters.ended(center);
        assertThat(names()).noneMatch(name -> name.startsWith("clearway.deployment"));
        assertThat(registry.scrape()).doesNotContain(center.id().toString()).contains("clearway_fallbacks_total 1.0");
    }

    @Test
    void faultsAndOrdersAreCountedByKind() {
        meters.happened(
                deployment("center"), new SignalEvent(5, "s2", SignalEvent.Kind.MONITOR_TRIPPED, "short yellow"));
        assertThat(registry.scrape())
                .contains("clearway_signal_events_total{kind=\"monitor-tripped\"} 1.0")
                .contains("clearway_signal_events_total{kind=\"order\"} 0.0");
    }

    @Test
    void whatIsBeyondTheLimitsIsLeftOutAndCounted() {
        List<Deployment> all = List.of(deployment("a"), deployment("b"), deployment("c"));
        all.forEach(one -> meters.reported(one, report(4, 0)));
        assertThat(registry.find("clearway.deployment.queue").meters()).hasSize(2);
        assertThat(registry.find("clearway.intersection.queue").meters()).hasSize(5);
        assertThat(leftOut("deployment")).isEqualTo(1);
        assertThat(leftOut("intersection")).isEqualTo(3);

        all.forEach(meters::ended);
        assertThat(leftOut("deployment")).isZero();
        assertThat(leftOut("intersection")).isZero();
        meters.reported(all.get(2), report(4, 0));
        assertThat(registry.find("clearway.intersection.queue").meters()).hasSize(4);
    }

    @Test
    void aNameOfSomebodysOwnCannotBreakTheFormat() {
        Deployment odd = deployment("x\"} 1\nclearway_fallbacks_total 99 \\");
        meters.reported(odd, report(1, 0));
        assertThat(registry.scrape())
                .contains("name=\"x\\\"} 1\\nclearway_fallbacks_total 99 \\\\\"")
                .doesNotContain("\nclearway_fallbacks_total 99");
    }

    private double leftOut(String of) {
        return registry.get("clearway.meters.left.out").tag("of", of).gauge().value();
    }

    private List<String> names() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .toList();
    }

    private static String tags(Deployment deployment) {
        return "deployment=\"%s\",name=\"%s\",scenario=\"grid\"".formatted(deployment.id(), deployment.name());
    }

    private static Deployment deployment(String name) {
        return new Deployment(
                UUID.randomUUID(),
                name,
                new LiveAddress("localhost", 9999, 1),
                "grid",
                new ControllerChoice.Named("max-pressure"),
                new DriveLimits(5, 1000, Double.POSITIVE_INFINITY, 3),
                Instant.EPOCH);
    }

    /** Signals s0, s1, …, the first few of them fallen. */
    private static DeploymentReport report(int signals, int fallen) {
        return new DeploymentReport(
                fallen == 0 ? DeploymentState.DRIVING : DeploymentState.FALLBACK,
                "",
                new LiveStatus(
                        "SUMO",
                        new LiveMetrics(60, 0.5, 7, 4, new TrafficCounts(12, 11, 0, 0, 30, 2)),
                        new DecisionCounts(12, 2, 0, 1),
                        IntStream.range(0, signals)
                                .mapToObj(i -> signal(i, i < fallen))
                                .toList(),
                        IntStream.range(0, signals)
                                .mapToObj(i -> new IntersectionMetrics("s" + i, 0.5, 1, 10.0 * i))
                                .toList()),
                Instant.EPOCH);
    }

    private static SignalStatus signal(int number, boolean fallen) {
        ControlMode mode = fallen ? ControlMode.FIXED_TIME_LATE : ControlMode.CONTROLLER;
        return new SignalStatus("s" + number, "Gr", 5, new ControlStatus(mode, 0, ""), 0, fallen ? 1 : 0);
    }
}

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
import io.clearway.deployments.ModeTrips;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.deployments.logging.EventLogLimits;
import io.clearway.deployments.logging.KeptLogs;
import io.clearway.deployments.performance.DrivePerformance;
import io.clearway.events.Logs;
import io.clearway.simulation.LiveAddress;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals' performance and trips' losses as meters, from event logs on disk and from reports. */
class PerformanceMetersTest {
    @TempDir
    Path folder;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TelemetrySettings settings = new TelemetrySettings(2, 5, 100, Duration.ofSeconds(5));
    private final DeploymentMeters deployments = new DeploymentMeters(registry, settings);

    private PerformanceMeters meters() {
        return new PerformanceMeters(
                deployments, new DrivePerformance(new KeptLogs(EventLogLimits.of(folder, 10))), settings);
    }

    private static Deployment deployment(boolean eventLog) {
        return new Deployment(
                UUID.randomUUID(),
                "center",
                new LiveAddress("localhost", 9999, 1),
                "grid",
                new ControllerChoice.Named("rule"),
                new DriveLimits(5, 1000, Double.POSITIVE_INFINITY, 3).withEventLog(eventLog),
                Instant.EPOCH);
    }

    private static DeploymentReport report() {
        return new DeploymentReport(
                DeploymentState.DRIVING,
                "",
                new LiveStatus(
                        "SUMO",
                        LiveMetrics.NONE,
                        DecisionCounts.NONE,
                        List.of(new SignalStatus("A", "G", 0, new ControlStatus(ControlMode.CONTROLLER, 0, ""), 0, 0)),
                        List.of(new IntersectionMetrics("A", 0, 0, 0)),
                        List.of(new ModeTrips("bus", 4, 60, 1, 10))),
                Instant.EPOCH);
    }

    private double gauge(String name) {
        return registry.get(name).tag("intersection", "A").gauge().value();
    }

    @Test
    void theNewestQuarterOfAnHourIsMeasuredAgainWhenTheLogHasGrown() {
        Deployment logged = deployment(true);
        deployments.reported(logged, report());
        try (PerformanceMeters meters = meters()) {
            meters.measure();
            assertThat(gauge("clearway.intersection.split.failures")).isNaN();
            Path drive = folder.resolve(logged.id().toString());
            // a zone that is occupied all the time, and two arrivals, the first of which meets green 4 s later
            Logs.write(
                    drive.resolve("0"), 0, 60, "1 82 2", "10 1 1", "8 82 1", "20 82 1", "30 8 1", "33 9 1", "40 82 1");
            meters.measure();
            assertThat(gauge("clearway.intersection.split.failures")).isEqualTo(1);
            assertThat(gauge("clearway.intersection.arrivals.on.green")).isEqualTo(2 / 3.0);
            Logs.write(drive.resolve("1"), 60, 120);
            meters.measure();
            assertThat(gauge("clearway.intersection.split.failures")).isEqualTo(1);
        }
    }

    @Test
    void aDeploymentWithoutEventLogHasNoSuchMeters() {
        deployments.reported(deployment(false), report());
        assertThat(registry.find("clearway.intersection.queue").gauges()).hasSize(1);
        assertThat(registry.find("clearway.intersection.split.failures").gauges())
                .isEmpty();
    }

    @Test
    void tripsAndTheirLossesAreCountedByModeUntilTheDriveEnds() {
        Deployment one = deployment(false);
        deployments.reported(one, report());
        assertThat(registry.scrape())
                .contains("clearway_deployment_trips_vehicles_total{deployment=\"%s\",mode=\"bus\"".formatted(one.id()))
                .contains(
                        "clearway_deployment_time_loss_seconds_total{deployment=\"%s\",mode=\"bus\",name=\"center\",scenario=\"grid\"} 60.0"
                                .formatted(one.id()));
        deployments.ended(one);
        assertThat(registry.scrape()).doesNotContain("time_loss");
    }
}

package io.clearway.wiring;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.performance.DrivePerformance;
import io.clearway.runs.Workloads;
import io.clearway.telemetry.DeploymentMeters;
import io.clearway.telemetry.PerformanceMeters;
import io.clearway.telemetry.ServiceMeters;
import io.clearway.telemetry.TelemetrySettings;
import io.clearway.telemetry.TrainingMeters;
import io.clearway.wiring.postgres.EmbeddedPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens as meters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetrySettings.class)
class TelemetryConfiguration {
    @Bean
    TrainingMeters trainingMeters(MeterRegistry registry, TelemetrySettings settings) {
        return new TrainingMeters(registry, settings);
    }

    @Bean
    DeploymentMeters deploymentMeters(MeterRegistry registry, TelemetrySettings settings) {
        return new DeploymentMeters(registry, settings);
    }

    @Bean(initMethod = "start")
    PerformanceMeters performanceMeters(
            DeploymentMeters deployments, DrivePerformance performance, TelemetrySettings settings) {
        return new PerformanceMeters(deployments, performance, settings);
    }

    @Bean(initMethod = "start")
    ServiceMeters serviceMeters(
            MeterRegistry registry,
            Workloads workloads,
            Deployments deployments,
            TelemetrySettings settings,
            ServiceMeters.Facts facts,
            Clock clock) {
        return new ServiceMeters(registry, workloads, deployments, settings, facts, clock);
    }

    @Bean
    ServiceMeters.Facts serviceFacts(
            ObjectProvider<EmbeddedPostgres> embedded,
            @Value("${db-scheduler.heartbeat-interval}") Duration heartbeat,
            @Value("${db-scheduler.missed-heartbeats-limit}") int missed) {
        String kind = embedded.getIfAvailable() == null ? "external" : "embedded";
        return new ServiceMeters.Facts(kind, heartbeat.multipliedBy(missed));
    }
}

package io.clearway.wiring;

import io.clearway.catalog.Catalog;
import io.clearway.deployments.Bindings;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.LiveFiles;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.deployments.logging.EventLogLimits;
import io.clearway.deployments.logging.KeptLogs;
import io.clearway.deployments.performance.DrivePerformance;
import io.clearway.deployments.recording.Recorder;
import io.clearway.deployments.recording.Recordings;
import io.clearway.runs.Checkpoints;
import io.clearway.simulation.TrafficSimulator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deployments and recordings. */
@Configuration(proxyBeanMethods = false)
class DeploymentsConfiguration {
    @Bean
    Bindings bindings(Catalog catalog, Checkpoints checkpoints) {
        return new Bindings(catalog, checkpoints);
    }

    @Bean
    LiveFiles liveFiles(TrafficSimulator simulator) {
        return new LiveFiles(simulator);
    }

    /** {@code clearway.event-logs.max-megabytes} is the size of all logs. */
    @Bean
    EventLogLimits eventLogs(
            @Value("${clearway.data-dir}") Path data,
            @Value("${clearway.event-logs.max-megabytes:1000}") int maxMegabytes) {
        return EventLogLimits.of(data.resolve("event-logs"), maxMegabytes);
    }

    @Bean
    DrivePerformance drivePerformance(EventLogLimits eventLogs) {
        return new DrivePerformance(new KeptLogs(eventLogs));
    }

    @Bean
    ActiveDeployments activeDeployments(
            TrafficSimulator simulator,
            Deployments deployments,
            DeploymentListener listener,
            Clock clock,
            EventLogLimits eventLogs) {
        ActiveDeployments active =
                new ActiveDeployments(simulator, deployments, listener, clock, hostName(), eventLogs);
        active.failInterrupted();
        return active;
    }

    @Bean
    Recorder recorder(TrafficSimulator simulator, Recordings recordings, Clock clock) {
        Recorder recorder = new Recorder(simulator, recordings, clock, hostName());
        recorder.failInterrupted();
        return recorder;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}

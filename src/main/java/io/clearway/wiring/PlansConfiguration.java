package io.clearway.wiring;

import io.clearway.catalog.Catalog;
import io.clearway.plans.Bindings;
import io.clearway.plans.DeploymentListener;
import io.clearway.plans.Deployments;
import io.clearway.plans.LiveFiles;
import io.clearway.plans.Recordings;
import io.clearway.plans.live.Drivers;
import io.clearway.plans.live.Recorder;
import io.clearway.runs.Checkpoints;
import io.clearway.simulation.TrafficSimulator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What drives live simulations. */
@Configuration(proxyBeanMethods = false)
class PlansConfiguration {
    @Bean
    Bindings bindings(Catalog catalog, Checkpoints checkpoints) {
        return new Bindings(catalog, checkpoints);
    }

    @Bean
    LiveFiles liveFiles(TrafficSimulator simulator) {
        return new LiveFiles(simulator);
    }

    @Bean
    Drivers drivers(TrafficSimulator simulator, Deployments deployments, DeploymentListener listener, Clock clock) {
        Drivers drivers = new Drivers(simulator, deployments, listener, clock, hostName());
        drivers.giveUpEarlierOnes();
        return drivers;
    }

    @Bean
    Recorder recorder(TrafficSimulator simulator, Recordings recordings, Clock clock) {
        Recorder recorder = new Recorder(simulator, recordings, clock, hostName());
        recorder.giveUpEarlierOnes();
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

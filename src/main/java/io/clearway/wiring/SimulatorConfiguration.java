package io.clearway.wiring;

import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import io.clearway.telemetry.MeteredSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SUMO as the traffic simulator. */
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {
    @Bean
    @ConditionalOnMissingBean
    TrafficSimulator trafficSimulator(ServiceSettings settings, MeterRegistry registry) {
        var sumo = new SumoSimulator(System.getenv(), settings.dataDir().resolve("networks"), TimeLimits.defaults());
        return new MeteredSimulator(sumo, registry);
    }
}

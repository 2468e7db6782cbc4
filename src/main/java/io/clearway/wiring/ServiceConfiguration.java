package io.clearway.wiring;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What every part of the service shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
class ServiceConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceConfiguration.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> readiness(ServiceSettings settings) {
        return event -> {
            Environment environment = event.getApplicationContext().getEnvironment();
            boolean ownDatabase =
                    environment.getProperty("spring.datasource.url", "").isBlank();
            // An address may hold a password, so it is not shown.
            LOG.info(
                    "Clearway is ready on port {}; data in {}",
                    environment.getProperty("local.server.port"),
                    ownDatabase ? settings.dataDir().toAbsolutePath().normalize() : "the configured database");
        };
    }
}

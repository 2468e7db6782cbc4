package io.clearway.wiring;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the service shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
class ServiceConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package io.clearway.wiring;

import io.clearway.catalog.Catalog;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.SharedScenarios;
import io.clearway.simulation.TrafficSimulator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scenarios and algorithms of the service. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Catalog catalog(
            TrafficSimulator simulator, ServiceSettings settings, ScenarioFolders folders, SharedScenarios shared) {
        return Catalog.standard(simulator, settings.networks(), settings.monacoMost())
                .with(folders, shared);
    }
}

package io.clearway.wiring;

import io.clearway.catalog.Catalog;
import io.clearway.imports.ImportedScenarios;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.imports.ScenarioIntake;
import io.clearway.imports.SharedScenarios;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.sumo.importing.SumoImporter;
import io.clearway.sumo.process.TimeLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scenarios that users import, on this machine or into the database. */
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {
    @Bean
    ScenarioFolders scenarioFolders(TrafficSimulator simulator, ServiceSettings settings) {
        return new ScenarioFolders(settings.dataDir().resolve("scenarios"), simulator);
    }

    @Bean
    SharedScenarios sharedScenarios(ImportedScenarios all, TrafficSimulator simulator, ServiceSettings settings) {
        return new SharedScenarios(all, settings.dataDir().resolve("shared-scenarios"), simulator);
    }

    @Bean
    ScenarioImport scenarioImport(TrafficSimulator simulator) {
        return new ScenarioImport(
                new SumoImporter(System.getenv(), TimeLimits.defaults(), ImportLimits.defaults()), simulator);
    }

    @Bean
    ScenarioIntake scenarioIntake(ScenarioImport imports, ImportedScenarios imported, Catalog catalog) {
        return new ScenarioIntake(imports, imported, catalog);
    }
}

package io.clearway.wiring;

import io.clearway.catalog.Catalog;
import io.clearway.experiments.Experiments;
import io.clearway.experiments.ResultReader;
import io.clearway.runs.Runs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Experiments. */
@Configuration(proxyBeanMethods = false)
class ExperimentsConfiguration {
    @Bean
    ResultReader resultReader(Experiments experiments, Runs runs, Catalog catalog) {
        return new ResultReader(experiments, runs, catalog);
    }
}

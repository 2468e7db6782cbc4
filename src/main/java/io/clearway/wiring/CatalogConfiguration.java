package io.clearway.wiring;

import io.clearway.catalog.Catalog;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service can be asked for by name. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Catalog catalog() {
        return new Catalog(List.of(), List.of());
    }
}

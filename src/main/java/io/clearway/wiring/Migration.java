package io.clearway.wiring;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The database with its migrations, and nothing that uses it. */
// no @Configuration: the service's own scan must not find it
@EnableConfigurationProperties(ServiceSettings.class)
@Import(PostgresConfiguration.class)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
final class Migration {}

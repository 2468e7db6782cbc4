package io.clearway.wiring;

import io.clearway.wiring.postgres.EmbeddedPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The embedded PostgreSQL, unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
@Conditional(PostgresConfiguration.NoOtherDatabase.class)
class PostgresConfiguration {
    @Bean
    EmbeddedPostgres embeddedPostgres(ServiceSettings settings) {
        return EmbeddedPostgres.start(settings.embeddedPostgres());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return postgres.username();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }
        };
    }

    /** No database is configured. */
    static final class NoOtherDatabase implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("spring.datasource.url", "")
                    .isBlank();
        }
    }
}

package io.clearway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.ClearwayApplication;
import io.clearway.cli.command.CommandFailure;
import io.clearway.wiring.postgres.TestDatabase;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationTest {
    private final SpringService service = new SpringService(ClearwayApplication.class);

    @Test
    void anEmptyDatabaseIsBroughtToTheNewestVersionAndStaysThere() {
        TestDatabase database = TestDatabase.create();
        String version = service.migrate(properties(database));
        assertThat(service.migrate(properties(database))).isEqualTo(version);
        JdbcClient client = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
        assertThat(client.sql("select max(version) from flyway_schema_history")
                        .query(String.class)
                        .single())
                .isEqualTo(version);
        assertThat(client.sql("select count(*) from run").query(Long.class).single())
                .isZero();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAFailureOfTheCommand() {
        assertThatThrownBy(() -> service.migrate(Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("not migrated");
    }

    private static Map<String, String> properties(TestDatabase database) {
        return Arrays.stream(database.properties())
                .map(property -> property.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}

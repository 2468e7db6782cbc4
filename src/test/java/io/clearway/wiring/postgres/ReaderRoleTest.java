package io.clearway.wiring.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The migration that makes the read-only role, as users with more or fewer rights run it. */
class ReaderRoleTest {
    private final TestDatabase database = TestDatabase.create();
    private final String suffix = database.url().replaceFirst(".*/", "");
    private final String reader = "reader_" + suffix;
    private final String owner = "owner_" + suffix;

    @Test
    void whoMayMakeRolesMakesOneThatReadsResultsOnly() throws SQLException {
        migrate(database.username(), database.password());
        migrate(database.username(), database.password());
        asAdministrator("create role painter_%s login password 'p' in role %s".formatted(suffix, reader));
        try (Connection painter = DriverManager.getConnection(database.url(), "painter_" + suffix, "p");
                Statement statement = painter.createStatement()) {
            assertThat(statement.execute("select * from run_metric, deployment_sample, scheduled_tasks"))
                    .isTrue();
            assertThatThrownBy(() -> statement.execute("select * from checkpoint"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("truncate run_metric"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whoMayNotMakeRolesGoesOnWithoutOne() throws SQLException {
        becomeOwner();
        migrate(owner, "o");
        assertThat(rows("select 1 from pg_roles where rolname = '%s'".formatted(reader)))
                .isZero();
        assertThat(rows("select 1 from pg_tables where tablename = 'run'")).isEqualTo(1);
    }

    @Test
    void aRoleThatSomebodyMadeBeforeIsUsed() throws SQLException {
        becomeOwner();
        asAdministrator("create role " + reader);
        migrate(owner, "o");
        assertThat(rows("select 1 where has_table_privilege('%s', 'run', 'select')".formatted(reader)))
                .isEqualTo(1);
        assertThat(rows("select 1 where has_table_privilege('%s', 'run', 'insert')".formatted(reader)))
                .isZero();
        assertThat(rows("select 1 where has_table_privilege('%s', 'checkpoint', 'select')".formatted(reader)))
                .isZero();
    }

    private void becomeOwner() throws SQLException {
        asAdministrator("create role %s login password 'o'".formatted(owner));
        asAdministrator("alter database %s owner to %s".formatted(suffix, owner));
    }

    private void migrate(String user, String password) {
        Flyway.configure()
                .dataSource(database.url(), user, password)
                .locations("classpath:db/migration")
                .placeholders(Map.of("reader", reader))
                .load()
                .migrate();
    }

    private void asAdministrator(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int rows(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int count = 0;
            while (found.next()) {
                count++;
            }
            return count;
        }
    }
}

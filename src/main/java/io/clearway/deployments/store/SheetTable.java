package io.clearway.deployments.store;

import io.clearway.deployments.SignalSheet;
import io.clearway.deployments.SignalSheets;
import io.clearway.timing.TimingProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code deployment_timing}. */
@Repository
class SheetTable {
    private static final String ADD = """
            insert into deployment_timing (deployment, profile, sha256, signals)
            values (:deployment, :profile, :sha256, cast(:signals as jsonb))
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, SignalSheet>> SIGNALS = new TypeReference<>() {};

    private final JdbcClient database;

    SheetTable(JdbcClient database) {
        this.database = database;
    }

    void add(UUID deployment, SignalSheets sheets) {
        database.sql(ADD)
                .param("deployment", deployment)
                .param("profile", sheets.profile().name())
                .param("sha256", sheets.sha256())
                .param("signals", JSON.writeValueAsString(sheets.signals()))
                .update();
    }

    Optional<SignalSheets> find(UUID deployment) {
        return database.sql("select * from deployment_timing where deployment = :deployment")
                .param("deployment", deployment)
                .query(SheetTable::read)
                .optional();
    }

    private static SignalSheets read(ResultSet row, int ignored) throws SQLException {
        return new SignalSheets(
                TimingProfile.valueOf(row.getString("profile")),
                row.getString("sha256"),
                JSON.readValue(row.getString("signals"), SIGNALS));
    }
}

package io.clearway.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the chart lets KEDA ask the database. */
class QueueDepthTest {
    private static final String RUN = """
            {"scenario": "queue-game", "algorithm": "counting", "decisions": 20, "evaluationSeeds": 1}
            """;

    @Test
    void kedasQueryCountsTheRunsThatWaitOrRun() {
        Manifest scaled = Chart.render("keda-values.yaml").all("ScaledObject").get(0);
        String query = String.valueOf(scaled.at("spec", "triggers", 0, "metadata", "query"));
        try (var api = TestService.start(TestDatabase.create(), "clearway.role=api")) {
            JdbcClient database = api.bean(JdbcClient.class);
            assertThat(database.sql(query).query(Long.class).single()).isZero();
            String run = api.client().submit(RUN);
            api.client().submit(RUN);
            assertThat(database.sql(query).query(Long.class).single()).isEqualTo(2);
            api.client().delete(run);
        }
    }

    @Test
    void kedaLogsInAsThePodsDo() {
        Chart chart = Chart.render("keda-values.yaml");
        Manifest login = chart.all("TriggerAuthentication").get(0);
        Manifest scaled = chart.all("ScaledObject").get(0);
        assertThat(scaled.at("spec", "triggers", 0, "authenticationRef", "name"))
                .isEqualTo(login.name());
        assertThat(scaled.at("spec", "triggers", 0, "metadata", "host")).isEqualTo("postgres.example.org");
        assertThat(scaled.at("spec", "triggers", 0, "metadata", "targetQueryValue"))
                .isEqualTo("2");
        assertThat(login.at("spec", "secretTargetRef", 0, "name")).isEqualTo("clearway-database");
        assertThat(login.at("spec", "secretTargetRef", 1, "key")).isEqualTo("password");
    }
}

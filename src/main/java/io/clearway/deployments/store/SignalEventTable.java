package io.clearway.deployments.store;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.StoredEvent;
import io.clearway.deployments.control.SignalEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code signal_event}; only the newest events of each deployment are stored. */
@Repository
class SignalEventTable {
    // a connection may break after the commit, and the same events are added again
    private static final String ADD = """
            insert into signal_event (deployment, seconds, light, kind, description, recorded_at)
            select :deployment, :seconds, :light, :kind, :description, :recordedAt
             where not exists (select 1 from signal_event
                                where deployment = :deployment and seconds = :seconds and light = :light
                                  and kind = :kind and description = :description)
            """;

    private static final String DELETE_OLD = """
            delete from signal_event
             where deployment = :deployment
               and number <= (select number from signal_event
                               where deployment = :deployment
                               order by number desc offset :kept limit 1)
            """;

    private static final String LIST = """
            select * from signal_event where deployment = :deployment order by number desc limit :limit
            """;

    private final JdbcClient database;

    SignalEventTable(JdbcClient database) {
        this.database = database;
    }

    void add(UUID deployment, List<SignalEvent> events, Instant now) {
        for (SignalEvent event : events) {
            database.sql(ADD)
                    .param("deployment", deployment)
                    .param("seconds", event.seconds())
                    .param("light", event.light())
                    .param("kind", event.kind().name())
                    .param("description", event.description())
                    .param("recordedAt", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        database.sql(DELETE_OLD)
                .param("deployment", deployment)
                .param("kept", Deployments.MOST_EVENTS)
                .update();
    }

    List<StoredEvent> list(UUID deployment, int limit) {
        return database.sql(LIST)
                .param("deployment", deployment)
                .param("limit", limit)
                .query((row, number) -> new StoredEvent(
                        new SignalEvent(
                                row.getDouble("seconds"),
                                row.getString("light"),
                                SignalEvent.Kind.valueOf(row.getString("kind")),
                                row.getString("description")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

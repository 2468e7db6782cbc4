package io.clearway.deployments.store;

import io.clearway.deployments.LiveMetrics;
import io.clearway.simulation.TrafficCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Table {@code deployment_sample}; only the newest samples of each deployment are stored. */
@Repository
class SampleTable {
    /** Samples per deployment: at one in 5 s, more than 13 hours of simulated time. */
    static final int MAX_SAMPLES = 10_000;

    // a sample of a time that is stored already is ignored
    private static final String ADD = """
            insert into deployment_sample (deployment_id, seconds, mean_queue_vehicles, halting_vehicles,
                                           mean_delay_seconds, arrived, departed, teleported, collided,
                                           running, waiting_to_enter, recorded_at)
            values (:id, :seconds, :queue, :halting, :waitingTime, :arrived, :departed, :teleported, :collided,
                    :running, :waiting, :recordedAt)
            on conflict do nothing
            """;

    private static final String DELETE_OLD = """
            delete from deployment_sample
             where deployment_id = :id
               and seconds <= (select seconds from deployment_sample
                                where deployment_id = :id
                                order by seconds desc offset :kept limit 1)
            """;

    private final NamedParameterJdbcTemplate database;

    SampleTable(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    void add(UUID deployment, List<LiveMetrics> samples, Instant now) {
        if (samples.isEmpty()) {
            return;
        }
        database.batchUpdate(
                ADD,
                samples.stream()
                        .map(sample -> parameters(deployment, sample, now))
                        .toArray(SqlParameterSource[]::new));
        database.update(DELETE_OLD, new MapSqlParameterSource("id", deployment).addValue("kept", MAX_SAMPLES));
    }

    List<LiveMetrics> list(UUID deployment) {
        return database.query(
                "select * from deployment_sample where deployment_id = :id order by seconds",
                new MapSqlParameterSource("id", deployment),
                SampleTable::read);
    }

    private static SqlParameterSource parameters(UUID deployment, LiveMetrics sample, Instant now) {
        TrafficCounts counts = sample.counts();
        return new MapSqlParameterSource("id", deployment)
                .addValue("seconds", sample.seconds())
                .addValue("queue", sample.meanQueueVehicles())
                .addValue("halting", sample.haltingVehicles())
                .addValue("waitingTime", sample.meanWaitingSeconds())
                .addValue("arrived", counts.arrived())
                .addValue("departed", counts.departed())
                .addValue("teleported", counts.teleported())
                .addValue("collided", counts.collided())
                .addValue("running", counts.running())
                .addValue("waiting", counts.waitingToEnter())
                .addValue("recordedAt", now.atOffset(ZoneOffset.UTC));
    }

    private static LiveMetrics read(ResultSet row, int ignored) throws SQLException {
        return new LiveMetrics(
                row.getDouble("seconds"),
                row.getDouble("mean_queue_vehicles"),
                row.getInt("halting_vehicles"),
                row.getDouble("mean_delay_seconds"),
                new TrafficCounts(
                        row.getInt("departed"),
                        row.getInt("arrived"),
                        row.getInt("teleported"),
                        row.getInt("collided"),
                        row.getInt("running"),
                        row.getInt("waiting_to_enter")));
    }
}

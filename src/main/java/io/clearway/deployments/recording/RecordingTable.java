package io.clearway.deployments.recording;

import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.TrafficFrame;
import io.clearway.deployments.recording.Recording.State;
import io.clearway.deployments.recording.Recording.StoredRecording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tables {@code recording} and {@code recording_part}. */
@Repository
class RecordingTable implements Recordings {
    private static final String ADD = """
            insert into recording (id, name, scenario, rule, checkpoint_id, seed, seconds, created_at, state, message, service)
            values (:id, :name, :scenario, :rule, :checkpoint, :seed, :seconds, :createdAt, 'RECORDING', '', :service)
            """;

    private static final String KEPT = """
            select r.*, p.frames, p.parts, p.first_seconds, p.last_seconds
              from recording r
             cross join lateral (select coalesce(sum(frames), 0) as frames, count(*) as parts,
                                        coalesce(min(first_seconds), 0) as first_seconds,
                                        coalesce(max(last_seconds), 0) as last_seconds
                                   from recording_part where recording_id = r.id) as p
            """;

    // nothing is added to a deleted recording
    private static final String ADD_PART = """
            insert into recording_part (recording_id, part, frames, first_seconds, last_seconds, content)
            select id, :part, :frames, :first, :last, :content from recording where id = :id for share
            """;

    private final JdbcClient database;

    RecordingTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void add(Recording recording, String service) {
        database.sql(ADD)
                .param("id", recording.id())
                .param("name", recording.name())
                .param("scenario", recording.scenario())
                .param("rule", recording.controller() instanceof ControllerChoice.Named rule ? rule.name() : null)
                .param(
                        "checkpoint",
                        recording.controller() instanceof ControllerChoice.Learned learned
                                ? learned.checkpoint()
                                : null)
                .param("seed", recording.seed())
                .param("seconds", recording.seconds())
                .param("createdAt", recording.created().atOffset(ZoneOffset.UTC))
                .param("service", service)
                .update();
    }

    @Override
    public Optional<StoredRecording> find(UUID id) {
        return database.sql(KEPT + " where r.id = :id")
                .param("id", id)
                .query(RecordingTable::read)
                .optional();
    }

    @Override
    public List<StoredRecording> list() {
        return database.sql(KEPT + " order by r.created_at desc, r.id limit 200")
                .query(RecordingTable::read)
                .list();
    }

    @Override
    @Transactional
    public boolean addPart(UUID id, int part, List<TrafficFrame> frames, byte[] packed) {
        return database.sql(ADD_PART)
                        .param("id", id)
                        .param("part", part)
                        .param("frames", frames.size())
                        .param("first", frames.get(0).seconds())
                        .param("last", frames.get(frames.size() - 1).seconds())
                        .param("content", packed)
                        .update()
                > 0;
    }

    @Override
    public Optional<byte[]> findPart(UUID id, int part) {
        return database.sql("select content from recording_part where recording_id = :id and part = :part")
                .param("id", id)
                .param("part", part)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    @Override
    public void updateState(UUID id, State state, String message) {
        database.sql("update recording set state = :state, message = :message where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("message", message)
                .update();
    }

    @Override
    public boolean delete(UUID id) {
        return database.sql("delete from recording where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    @Override
    public void failUnfinished(String service) {
        database.sql("""
                        update recording set state = 'FAILED', message = 'the service that recorded it was restarted'
                         where state = 'RECORDING' and service = :service
                        """).param("service", service).update();
    }

    private static StoredRecording read(ResultSet row, int ignored) throws SQLException {
        String rule = row.getString("rule");
        Recording recording = new Recording(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("scenario"),
                rule == null
                        ? new ControllerChoice.Learned(row.getObject("checkpoint_id", UUID.class))
                        : new ControllerChoice.Named(rule),
                row.getLong("seed"),
                row.getInt("seconds"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        return new StoredRecording(
                recording,
                State.valueOf(row.getString("state")),
                row.getString("message"),
                row.getInt("frames"),
                row.getInt("parts"),
                row.getDouble("first_seconds"),
                row.getDouble("last_seconds"));
    }
}

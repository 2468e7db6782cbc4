package io.clearway.runs.store;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.runs.Checkpoints;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code checkpoint}. */
@Repository
class CheckpointTable implements Checkpoints {
    private static final String KNOWN = """
            select id, run_id, rounds, episodes, decisions, sha256, octet_length(content) as bytes, created_at
              from checkpoint
             where run_id = :run
             order by rounds desc
            """;

    private final JdbcClient database;

    CheckpointTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Checkpoint> find(UUID id) {
        return database.sql("select content from checkpoint where id = :id")
                .param("id", id)
                .query((row, number) -> CheckpointFile.fromBytes(row.getBytes("content")))
                .optional();
    }

    @Override
    public Optional<CheckpointInfo> findLatest(UUID run) {
        return database.sql(KNOWN + " limit 1")
                .param("run", run)
                .query(CheckpointTable::kept)
                .optional();
    }

    @Override
    public List<CheckpointInfo> list(UUID run) {
        return database.sql(KNOWN)
                .param("run", run)
                .query(CheckpointTable::kept)
                .list();
    }

    /** Keeps a checkpoint; the caller's transaction has checked the fence. */
    void add(UUID run, Checkpoint checkpoint, int keep) {
        byte[] content = CheckpointFile.toBytes(checkpoint);
        database.sql("""
                        insert into checkpoint (id, run_id, rounds, episodes, decisions, sha256, content)
                        values (:id, :run, :rounds, :episodes, :decisions, :sha256, :content)
                        """)
                .param("id", UUID.randomUUID())
                .param("run", run)
                .param("rounds", checkpoint.progress().rounds())
                .param("episodes", checkpoint.progress().episodes())
                .param("decisions", checkpoint.progress().decisions())
                .param("sha256", sha256(content))
                .param("content", content)
                .update();
        database.sql("""
                        delete from checkpoint
                         where run_id = :run
                           and rounds not in
                               (select rounds from checkpoint where run_id = :run order by rounds desc limit :keep)
                        """).param("run", run).param("keep", keep).update();
    }

    private static CheckpointInfo kept(ResultSet row, int ignored) throws SQLException {
        return new CheckpointInfo(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                new Progress(row.getInt("rounds"), row.getInt("episodes"), row.getInt("decisions")),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

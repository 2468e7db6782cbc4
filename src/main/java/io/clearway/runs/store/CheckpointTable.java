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
            select id, run_id, rounds, episodes, decisions, sha256, octet_length(content) as bytes, created_at, policy
              from checkpoint
             where run_id = :run
            """;

    private static final String ADD = """
            insert into checkpoint (id, run_id, rounds, episodes, decisions, sha256, content, candidate, policy)
            values (:id, :run, :rounds, :episodes, :decisions, :sha256, :content, :candidate, :policy)
            """;

    private static final String FORGET_OLD = """
            delete from checkpoint
             where run_id = :run and not candidate and not policy
               and rounds not in (select rounds from checkpoint
                                   where run_id = :run and not policy order by rounds desc limit :keep)
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
    public Optional<CheckpointInfo> findPolicy(UUID run) {
        return first(run, " order by policy desc, rounds desc");
    }

    @Override
    public List<CheckpointInfo> list(UUID run) {
        return database.sql(KNOWN + " order by rounds desc, policy desc")
                .param("run", run)
                .query(CheckpointTable::kept)
                .list();
    }

    /** The newest checkpoint that a run can be continued from. */
    Optional<CheckpointInfo> findLatest(UUID run) {
        return first(run, " order by policy, rounds desc").filter(info -> !info.policy());
    }

    /** The checkpoints that the final policy of a run may be chosen from. */
    List<Checkpoint> candidates(UUID run) {
        return database.sql("select content from checkpoint where run_id = :run and candidate order by rounds")
                .param("run", run)
                .query((row, number) -> CheckpointFile.fromBytes(row.getBytes("content")))
                .list();
    }

    /** Keeps a checkpoint; the caller's transaction has checked the fence. */
    void add(UUID run, Checkpoint checkpoint, boolean candidate, int keep) {
        insert(run, checkpoint, candidate, false);
        forgetOld(run, keep);
    }

    /** Keeps the final policy, and no candidates for it any more; the caller's transaction has checked the fence. */
    void addPolicy(UUID run, Checkpoint policy, int keep) {
        insert(run, policy, false, true);
        database.sql("update checkpoint set candidate = false where run_id = :run and candidate")
                .param("run", run)
                .update();
        forgetOld(run, keep);
    }

    private void forgetOld(UUID run, int keep) {
        database.sql(FORGET_OLD).param("run", run).param("keep", keep).update();
    }

    private Optional<CheckpointInfo> first(UUID run, String order) {
        return database.sql(KNOWN + order + " limit 1")
                .param("run", run)
                .query(CheckpointTable::kept)
                .optional();
    }

    private void insert(UUID run, Checkpoint checkpoint, boolean candidate, boolean policy) {
        byte[] content = CheckpointFile.toBytes(checkpoint);
        database.sql(ADD)
                .param("id", UUID.randomUUID())
                .param("run", run)
                .param("rounds", checkpoint.progress().rounds())
                .param("episodes", checkpoint.progress().episodes())
                .param("decisions", checkpoint.progress().decisions())
                .param("sha256", sha256(content))
                .param("content", content)
                .param("candidate", candidate)
                .param("policy", policy)
                .update();
    }

    private static CheckpointInfo kept(ResultSet row, int ignored) throws SQLException {
        return new CheckpointInfo(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                new Progress(row.getInt("rounds"), row.getInt("episodes"), row.getInt("decisions")),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("policy"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.clearway.runs.store;

import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.runs.Checkpoints.CheckpointInfo;
import io.clearway.runs.Run;
import io.clearway.runs.RunClaims;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Table {@code run}, as workers see it. */
@Repository
class ClaimTable implements RunClaims {
    private static final String CLAIM = """
            update run
               set fence = fence + 1, attempts = attempts + 1, status = 'RUNNING',
                   started_at = coalesce(started_at, now()),
                   rounds_done = :rounds, episodes_done = :episodes, decisions_done = :decisions
             where id = :run and status in ('QUEUED', 'RUNNING')
            returning *
            """;

    private final JdbcClient database;
    private final Measurements measurements;
    private final CheckpointTable checkpoints;
    private final TransactionOperations transactions;

    ClaimTable(
            JdbcClient database,
            Measurements measurements,
            CheckpointTable checkpoints,
            TransactionOperations transactions) {
        this.database = database;
        this.measurements = measurements;
        this.checkpoints = checkpoints;
        this.transactions = transactions;
    }

    private record Taken(Run run, long fence, int attempt) {}

    @Override
    public Optional<Claim> claim(UUID run) {
        return transactions.execute(transaction -> {
            // First the lock, so that the previous worker adds no checkpoint meanwhile.
            database.sql("select id from run where id = :run for update")
                    .param("run", run)
                    .query(UUID.class)
                    .optional();
            Progress reached =
                    checkpoints.findLatest(run).map(CheckpointInfo::progress).orElse(Progress.NONE);
            Optional<Taken> taken = database.sql(CLAIM)
                    .param("run", run)
                    .param("rounds", reached.rounds())
                    .param("episodes", reached.episodes())
                    .param("decisions", reached.decisions())
                    .query((row, number) ->
                            new Taken(RunRows.read(row, number), row.getLong("fence"), row.getInt("attempts")))
                    .optional();
            taken.ifPresent(claimed -> measurements.forgetEpisodes(run, reached.episodes()));
            return taken.map(claimed -> new FencedClaim(
                    new FencedRun(claimed.run(), claimed.fence(), database, transactions),
                    claimed.attempt(),
                    measurements,
                    checkpoints));
        });
    }
}

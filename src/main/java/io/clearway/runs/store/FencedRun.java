package io.clearway.runs.store;

import io.clearway.runs.FencedOut;
import io.clearway.runs.Run;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A row of table {@code run} that is written only while its fence is the one it was taken with. */
record FencedRun(Run run, long fence, JdbcClient database, TransactionOperations transactions) {
    private static final String OURS = " where id = :run and fence = :fence and status = 'RUNNING'";

    /** Changes the row and its dependent rows in one transaction; no row changed means that the claim is lost. */
    void write(String assignments, Map<String, ?> values, Runnable more) {
        transactions.executeWithoutResult(transaction -> {
            int rows = database.sql("update run set " + assignments + OURS)
                    .param("run", run.id())
                    .param("fence", fence)
                    .params(values)
                    .update();
            if (rows == 0) {
                throw new FencedOut(run.id());
            }
            more.run();
        });
    }

    /** Whether the claim still holds and no cancellation was requested. */
    boolean goesOn() {
        return database.sql("select count(*) from run" + OURS + " and not cancel_requested")
                        .param("run", run.id())
                        .param("fence", fence)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

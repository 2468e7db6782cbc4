package io.clearway.runs;

import static org.awaitility.Awaitility.await;

import io.clearway.wiring.postgres.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many short runs a number of workers carry out in a minute; for docs/benchmarks.md, run by hand. */
public final class ScaleOutMeasurement {
    private static final int RUNS = 24;
    private static final int DECISIONS = 200;

    private ScaleOutMeasurement() {}

    /**
     * Measures and prints.
     *
     * @param numbers numbers of workers, one after the other
     */
    public static void main(String[] numbers) throws Exception {
        for (String number : numbers) {
            System.out.printf("%s workers: %.1f runs a minute%n", number, runsPerMinute(Integer.parseInt(number)));
        }
        System.exit(0);
    }

    private static double runsPerMinute(int number) throws Exception {
        TestDatabase database = TestDatabase.create();
        List<WorkerProcess> workers = new ArrayList<>();
        try (var api = TestService.start(database, "clearway.role=api")) {
            for (int i = 0; i < number; i++) {
                workers.add(WorkerProcess.start(database, "worker-" + i));
            }
            JdbcClient sql = api.bean(JdbcClient.class);
            awaitAllAtWork(api, sql, number);
            for (int i = 0; i < RUNS; i++) {
                api.client().submit(ScaleOutTest.work(DECISIONS));
            }
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> count(sql, "select count(*) from run where status in ('QUEUED', 'RUNNING')") == 0);
            return RUNS
                    * 60
                    / sql.sql("""
                            select extract(epoch from max(finished_at) - min(started_at))::float8
                              from run where decisions = :decisions
                            """)
                            .param("decisions", DECISIONS)
                            .query(Double.class)
                            .single();
        } finally {
            workers.forEach(WorkerProcess::kill);
        }
    }

    /** A run for each worker, longer than the slowest of them takes to start. */
    private static void awaitAllAtWork(TestService api, JdbcClient sql, int number) {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            first.add(api.client().submit(ScaleOutTest.work(1_000_000)));
        }
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        count(sql, "select count(distinct picked_by) from scheduled_tasks where picked") == number);
        first.forEach(run -> api.client().delete(run));
        first.forEach(run -> api.client().awaitStatus(run, "CANCELED"));
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }
}

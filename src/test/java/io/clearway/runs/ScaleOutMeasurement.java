package io.clearway.runs;

import static org.awaitility.Awaitility.await;

import io.clearway.wiring.postgres.TestDatabase;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many short runs a number of workers carry out in a minute; for docs/benchmarks.md, run by hand. */
public final class ScaleOutMeasurement {
    private static final int MOST_WORKERS = 4;
    private static final int RUNS = 24;
    private static final int DECISIONS = 200;

    /** More than any run does that is measured, and than a worker does while the others start. */
    private static final int ENDLESS = 1_000_000;

    private static final String DATA = "clearway.data-dir=target/scale-out-data";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private ScaleOutMeasurement() {}

    /**
     * Measures with one to four workers and prints a row of the table. Work pauses, so that queue, database and workers
     * are measured and not the processors.
     */
    public static void main(String[] none) throws Exception {
        StringBuilder row = new StringBuilder("| simulated |");
        for (int workers = 1; workers <= MOST_WORKERS; workers++) {
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            double rate = runsPerMinute(workers);
            System.out.printf("%d workers: %.1f runs a minute, load before %.1f%n", workers, rate, load);
            row.append(" %.1f |".formatted(rate));
        }
        System.out.println(row);
        System.exit(0);
    }

    private static double runsPerMinute(int number) throws Exception {
        TestDatabase database = TestDatabase.create();
        List<WorkerProcess> workers = new ArrayList<>();
        try (var api = TestService.start(database, "clearway.role=api", DATA)) {
            for (int i = 0; i < number; i++) {
                workers.add(WorkerProcess.start(database, "worker-" + i, DATA));
            }
            JdbcClient sql = api.bean(JdbcClient.class);
            awaitAllAtWork(api.client(), sql, number);
            for (int i = 0; i < RUNS; i++) {
                api.client().submit(ScaleOutTest.work(DECISIONS));
            }
            await().atMost(PATIENCE)
                    .until(() -> count(sql, "select count(*) from run where status in ('QUEUED', 'RUNNING')") == 0);
            return RUNS * 60 / seconds(sql);
        } finally {
            workers.forEach(WorkerProcess::kill);
        }
    }

    /** From the first that is begun to the last that is done. */
    private static double seconds(JdbcClient sql) {
        long finished = count(sql, "select count(*) from run where status = 'FINISHED'");
        if (finished != RUNS) {
            throw new IllegalStateException(
                    "Only %d of %d runs finished: nothing is measured".formatted(finished, RUNS));
        }
        return sql.sql("""
                        select extract(epoch from max(finished_at) - min(started_at))::float8
                          from run where status = 'FINISHED'
                        """).query(Double.class).single();
    }

    /** A run for each worker, longer than the slowest of them takes to start; then they are warm, and canceled. */
    private static void awaitAllAtWork(RunApi api, JdbcClient sql, int number) {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            first.add(api.submit(ScaleOutTest.work(ENDLESS)));
        }
        await().atMost(PATIENCE)
                .until(() ->
                        count(sql, "select count(distinct picked_by) from scheduled_tasks where picked") == number);
        first.forEach(api::delete);
        first.forEach(run -> api.awaitStatus(run, "CANCELED"));
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }
}

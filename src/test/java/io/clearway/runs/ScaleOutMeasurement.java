package io.clearway.runs;

import static org.awaitility.Awaitility.await;

import io.clearway.wiring.postgres.TestDatabase;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many short runs a number of workers carry out in a minute; for docs/benchmarks.md, run by hand. */
public final class ScaleOutMeasurement {
    private static final int MOST_WORKERS = 4;
    /** More than any run does that is measured, and than a worker does while the others start. */
    private static final int ENDLESS = 1_000_000;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private ScaleOutMeasurement() {}

    /** What workers do, so many times. */
    private enum Work {
        /** Pauses, so that queue and workers are measured and not the processors. */
        SIMULATED(24, 200) {
            @Override
            String order(int decisions) {
                return ScaleOutTest.work(decisions);
            }

            @Override
            boolean isGame() {
                return true;
            }
        },
        /** One episode in SUMO and a round of learning from it, on as many processors as there are. */
        REAL(8, 720) {
            @Override
            String order(int decisions) {
                return """
                        {"scenario": "grid-5x5", "algorithm": "ppo", "decisions": %d, "seed": 1, "evaluationSeeds": 0,
                         "algorithmSettings": {"warmStart": "", "warmStartEpisodes": 0, "episodesPerRound": 1,
                                               "threads": 1}}
                        """.formatted(decisions);
            }

            @Override
            boolean isGame() {
                return false;
            }
        };

        private final int runs;
        private final int decisions;

        Work(int runs, int decisions) {
            this.runs = runs;
            this.decisions = decisions;
        }

        abstract String order(int decisions);

        abstract boolean isGame();

        String[] properties(String... more) {
            List<String> properties = new ArrayList<>(
                    List.of(TestService.GAMES + "=" + isGame(), "clearway.data-dir=target/scale-out-data"));
            properties.addAll(List.of(more));
            return properties.toArray(String[]::new);
        }
    }

    /**
     * Measures with one to four workers and prints a row of the table for each kind of work.
     *
     * @param works kinds of work, {@code simulated} and {@code real}
     */
    public static void main(String[] works) throws Exception {
        for (String name : works) {
            Work work = Work.valueOf(name.toUpperCase(Locale.ROOT));
            StringBuilder row = new StringBuilder("| %s |".formatted(name));
            for (int workers = 1; workers <= MOST_WORKERS; workers++) {
                double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
                double rate = runsPerMinute(work, workers);
                System.out.printf("%s, %d workers: %.1f runs a minute, load before %.1f%n", name, workers, rate, load);
                row.append(" %.1f |".formatted(rate));
            }
            System.out.println(row);
        }
        System.exit(0);
    }

    private static double runsPerMinute(Work work, int number) throws Exception {
        TestDatabase database = TestDatabase.create();
        List<WorkerProcess> workers = new ArrayList<>();
        try (var api = TestService.start(database, work.properties("clearway.role=api"))) {
            for (int i = 0; i < number; i++) {
                workers.add(WorkerProcess.start(database, "worker-" + i, work.properties()));
            }
            JdbcClient sql = api.bean(JdbcClient.class);
            awaitAllAtWork(api.client(), sql, work, number);
            for (int i = 0; i < work.runs; i++) {
                api.client().submit(work.order(work.decisions));
            }
            await().atMost(PATIENCE)
                    .until(() -> count(sql, "select count(*) from run where status in ('QUEUED', 'RUNNING')") == 0);
            return work.runs * 60 / seconds(sql, work);
        } finally {
            workers.forEach(WorkerProcess::kill);
        }
    }

    /** From the first that is begun to the last that is done. */
    private static double seconds(JdbcClient sql, Work work) {
        long finished = count(sql, "select count(*) from run where status = 'FINISHED'");
        if (finished != work.runs) {
            throw new IllegalStateException(
                    "Only %d of %d runs finished: nothing is measured".formatted(finished, work.runs));
        }
        return sql.sql("""
                        select extract(epoch from max(finished_at) - min(started_at))::float8
                          from run where status = 'FINISHED'
                        """).query(Double.class).single();
    }

    /** A run for each worker, longer than the slowest of them takes to start; then they are warm, and canceled. */
    private static void awaitAllAtWork(RunApi api, JdbcClient sql, Work work, int number) {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            first.add(api.submit(work.order(ENDLESS)));
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

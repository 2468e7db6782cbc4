package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.wiring.postgres.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An API and three workers, processes of their own, on one database. */
class ScaleOutTest {
    private static final int RUNS = 24;

    private final TestDatabase database = TestDatabase.create();

    /** Work is a pause, so that it does not matter on how many processors the workers are. */
    static String work(int decisions) {
        return """
                {"scenario": "queue-game", "algorithm": "counting", "decisions": %d, "seed": 1, "evaluationSeeds": 1,
                 "scenarioSettings": {"pauseMillis": 10}}
                """.formatted(decisions);
    }

    @Test
    void allRunsFinishOnceThoughAWorkerIsKilled() throws Exception {
        Map<String, WorkerProcess> workers = new HashMap<>();
        try (var api = TestService.start(database, "clearway.role=api")) {
            for (int i = 0; i < 3; i++) {
                workers.put("worker-" + i, WorkerProcess.start(database, "worker-" + i));
            }
            // long enough to be killed in the middle of it
            String doomed = api.client().submit(work(400));
            List<String> runs = IntStream.range(1, RUNS)
                    .mapToObj(i -> api.client().submit(work(50)))
                    .toList();
            JdbcClient sql = api.bean(JdbcClient.class);
            await().atMost(Duration.ofMinutes(3))
                    .until(() ->
                            !api.client().get(doomed + "/checkpoints").list().isEmpty());
            Objects.requireNonNull(workers.get(holder(sql, doomed))).kill();
            await().atMost(Duration.ofMinutes(3)).until(() -> finished(sql) == RUNS);
            assertThat(timesTaken(sql))
                    .as("one run was taken twice, that of the killed worker; all others once")
                    .isEqualTo(Map.of(1L, RUNS - 1L, 2L, 1L));
            assertWhole(api.client(), doomed, 400);
            runs.forEach(run -> assertWhole(api.client(), run, 50));
        } finally {
            workers.values().forEach(WorkerProcess::kill);
        }
    }

    private static String holder(JdbcClient sql, String run) {
        return sql.sql("select picked_by from scheduled_tasks where task_instance = :run and picked")
                .param("run", run.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
    }

    private static long finished(JdbcClient sql) {
        return sql.sql("select count(*) from run where status = 'FINISHED'")
                .query(Long.class)
                .single();
    }

    /** How often a run was taken by a worker → runs of which that holds. */
    private static Map<Long, Long> timesTaken(JdbcClient sql) {
        return sql.sql("select fence from run").query(Long.class).list().stream()
                .collect(Collectors.groupingBy(times -> times, Collectors.counting()));
    }

    private static void assertWhole(RunApi api, String run, int decisions) {
        List<Integer> episodes = new ArrayList<>();
        api.get(run + "/metrics")
                .list()
                .get(0)
                .path("points")
                .forEach(point -> episodes.add(point.path("episode").asInt()));
        // ten decisions each: one episode of a lesson, then whole rounds of two
        int rounds = (decisions - 10 + 19) / 20;
        assertThat(episodes)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 2 * rounds).boxed().toList());
        assertThat(api.get(run + "/evaluations").list()).hasSize(3);
    }
}

package io.clearway.page;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs with made-up figures, straight into the database. */
final class Samples {
    private static final String RUN = """
            insert into run (id, name, status, scenario, scenario_settings, scenario_hash, algorithm, algorithm_settings,
                             seed, decisions, evaluation_seeds, first_evaluation_seed, rounds_done, episodes_done,
                             decisions_done, created_at, started_at, finished_at, failure, simulator)
            select gen_random_uuid(), :name || ' ' || i, status, scenario, '{}', '0123abcd', algorithm, '{}', i,
                   100000, 5, 100, 10, 20, case when status = 'QUEUED' then 0 else 1000 * (i % 100 + 1) end,
                   now() - interval '1 minute' * (:back + i),
                   case when status <> 'QUEUED' then now() - interval '1 minute' * (:back + i) end,
                   case when status in ('FINISHED', 'FAILED', 'CANCELED') then now() - interval '1 minute' * i end,
                   case when status = 'FAILED' then 'SUMO: the network has no junction' end, 'SUMO 1.15.0'
              from generate_series(1, :count) as i,
                   lateral (select (array['FINISHED', 'FINISHED', 'FAILED', 'CANCELED'])[i % 4 + 1] as status,
                                   (array['grid-5x5', 'queue-game', 'monaco'])[i % 3 + 1] as scenario,
                                   (array['dmpo', 'ppo', 'ia2c'])[i % 3 + 1] as algorithm) as kinds
            """;

    private static final String EPISODES = """
            insert into run_episode (run_id, episode, controller, seed, decisions)
            select r.id, e, 'learner', e, 720 * (e + 1) from run r, generate_series(0, :episodes - 1) as e
             where r.name like :name || ' %'
            """;

    private static final String FIGURES = """
            insert into run_metric (run_id, episode, metric, value)
            select e.run_id, e.episode, figure.metric,
                   figure.first + (figure.last - figure.first) * (1 - exp(-4.0 * e.episode / :episodes))
                       + figure.noise * sin(e.episode * 12.9898 + r.seed * 3.1) * cos(e.episode * 0.7)
              from run_episode e join run r on r.id = e.run_id,
                   (values ('paperReward', -800.0, -340.0, 30.0), ('meanQueueVehicles', 4.2, 1.9, 0.2),
                           ('delaySeconds', 90.0, 48.0, 4.0), ('arrived', 2300.0, 3500.0, 60.0),
                           ('modelStateError', 0.9, 0.2, 0.03), ('policyKl', 0.02, 0.008, 0.003),
                           ('timeInSystemVehicleHours', 1240.0, 560.0, 30.0), ('valueLoss', 2.0, 0.4, 0.1)
                   ) as figure (metric, first, last, noise)
             where r.name like :name || ' %'
            """;

    private static final String RESULTS = """
            insert into evaluation (run_id, controller, seed, simulator, scenario_hash, travel)
            select r.id, controller, held.seed, 'SUMO 1.15.0', '0123abcd', cast('
                   {"byMode": {"bus": {"due": 4, "arrived": 3, "notInserted": 0, "delaySeconds": 31, "stops": 2}},
                    "signals": [{"signal": "J1", "vehicles": 10, "lostSeconds": 90, "approaches": []},
                                {"signal": "J2", "vehicles": 10, "lostSeconds": 610, "approaches": []}]}' as jsonb)
              from run r, unnest(array[r.algorithm, 'fixed-time', 'greedy', 'max-pressure', 'random']) as controller,
                   generate_series(100, 104) as held (seed)
             where r.name like :name || ' %'
            """;

    private static final String RESULT_FIGURES = """
            insert into evaluation_metric (run_id, controller, seed, metric, value)
            select v.run_id, v.controller, v.seed, figure.metric,
                   figure.value * case v.controller when 'fixed-time' then 2.2 when 'greedy' then 1.25
                                       when 'max-pressure' then 1.04 when 'random' then 2.6 else 1.0 end
                       * (1 + 0.12 * sin(v.seed * 7.1 + length(v.controller)))
              from evaluation v join run r on r.id = v.run_id,
                   (values ('timeInSystemVehicleHours', 560.0), ('meanQueueVehicles', 1.95),
                           ('delaySeconds', 48.0), ('waitingToEnter', 40.0)) as figure (metric, value)
             where r.name like :name || ' %'
            """;

    private final JdbcClient database;

    Samples(JdbcClient database) {
        this.database = database;
    }

    /** Runs called {@code <name> 1}, {@code <name> 2}, … that began so many minutes ago and more. */
    List<UUID> runs(String name, int count, int minutesBack) {
        database.sql(RUN)
                .param("name", name)
                .param("count", count)
                .param("back", minutesBack)
                .update();
        return database.sql("select id from run where name like :name || ' %' order by created_at desc")
                .param("name", name)
                .query(UUID.class)
                .list();
    }

    /** Training figures of all runs of this name. */
    void figures(String name, int episodes) {
        Stream.of(EPISODES, FIGURES)
                .forEach(sql -> database.sql(sql)
                        .param("name", name)
                        .param("episodes", episodes)
                        .update());
    }

    /** Held-out results of all runs of this name. */
    void results(String name) {
        Stream.of(RESULTS, RESULT_FIGURES)
                .forEach(sql -> database.sql(sql).param("name", name).update());
    }
}

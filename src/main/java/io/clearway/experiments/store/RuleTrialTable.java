package io.clearway.experiments.store;

import io.clearway.experiments.ExperimentSource;
import io.clearway.experiments.RuleTrials;
import io.clearway.experiments.TrialJobs;
import io.clearway.metric.Metric;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Trials of rules in table {@code experiment_trial}, and their episodes in {@code experiment_episode}. */
@Repository
class RuleTrialTable implements RuleTrials {
    private static final String OURS =
            " where experiment_id = :experiment and number = :number and round = :round and status = 'RUNNING'";
    private static final String QUEUE = """
            update experiment_trial
               set status = 'QUEUED', round = round + 1, attempts = 0, failure = null, started_at = null,
                   finished_at = null
             where experiment_id = :experiment and number = :number
            returning round
            """;
    private static final String TAKE = """
            update experiment_trial t
               set status = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, now())
              from experiment e
             where t.experiment_id = :experiment and t.number = :number and t.round = :round
               and t.status in ('QUEUED', 'RUNNING') and e.id = t.experiment_id
            returning e.source, e.format, t.content, t.attempts
            """;
    private static final String ADD = """
            insert into experiment_episode (experiment_id, number, seed, simulator, scenario_hash, metrics, figures)
            values (:experiment, :number, :seed, :simulator, :hash, cast(:metrics as text[]),
                    cast(:figures as double precision[]))
            on conflict do nothing
            """;

    private final JdbcClient database;
    private final TrialJobs jobs;

    RuleTrialTable(JdbcClient database, TrialJobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    private StatementSpec at(String sql, Place place) {
        return database.sql(sql)
                .param("experiment", place.experiment())
                .param("number", place.number())
                .param("round", place.round());
    }

    /** Queues a trial, as part of the transaction in progress. */
    void queue(UUID experiment, int number) {
        int round = database.sql(QUEUE)
                .param("experiment", experiment)
                .param("number", number)
                .query(Integer.class)
                .single();
        jobs.add(new Place(experiment, number, round));
    }

    /** Ends a trial that is not over; a worker that plays it notices. */
    void cancel(UUID experiment, int number) {
        database.sql("""
                        update experiment_trial set status = 'CANCELED', finished_at = now()
                         where experiment_id = :experiment and number = :number and status in ('QUEUED', 'RUNNING')
                        """)
                .param("experiment", experiment)
                .param("number", number)
                .update();
    }

    List<EpisodeResult> episodes(UUID experiment, int number) {
        return database.sql("""
                        select e.*, t.competitor from experiment_episode e
                          join experiment_trial t using (experiment_id, number)
                         where e.experiment_id = :experiment and e.number = :number
                         order by e.seed
                        """)
                .param("experiment", experiment)
                .param("number", number)
                .query((row, place) -> new EpisodeResult(
                        row.getString("competitor"),
                        row.getLong("seed"),
                        metrics(row),
                        EpisodeDetails.NONE,
                        row.getString("simulator"),
                        row.getString("scenario_hash")))
                .list();
    }

    @Override
    public Optional<Taken> take(Place place) {
        Set<Long> played = played(place);
        return at(TAKE, place)
                .query((row, number) -> new Taken(
                        new ExperimentSource(
                                row.getString("source"), ExperimentSource.Format.valueOf(row.getString("format"))),
                        row.getString("content"),
                        row.getInt("attempts"),
                        played))
                .optional();
    }

    private Set<Long> played(Place place) {
        return database.sql(
                        "select seed from experiment_episode where experiment_id = :experiment and number = :number")
                .param("experiment", place.experiment())
                .param("number", place.number())
                .query(Long.class)
                .set();
    }

    @Override
    public boolean isWanted(Place place) {
        return at("select count(*) from experiment_trial" + OURS, place)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional
    public void add(Place place, EpisodeResult result) {
        int rows = at("update experiment_trial set attempts = 0" + OURS, place).update();
        if (rows > 0) {
            database.sql(ADD)
                    .param("experiment", place.experiment())
                    .param("number", place.number())
                    .param("seed", result.seed())
                    .param("simulator", result.simulator())
                    .param("hash", result.scenarioHash())
                    .param(
                            "metrics",
                            result.metrics().keySet().stream()
                                    .sorted()
                                    .map(Metric::key)
                                    .toArray(String[]::new))
                    .param(
                            "figures",
                            result.metrics().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(Map.Entry::getValue)
                                    .toArray(Double[]::new))
                    .update();
        }
    }

    @Override
    public void finish(Place place) {
        at("update experiment_trial set status = 'FINISHED', finished_at = now()" + OURS, place)
                .update();
    }

    @Override
    public void fail(Place place, String message) {
        at("update experiment_trial set status = 'FAILED', finished_at = now(), failure = :message" + OURS, place)
                .param("message", message)
                .update();
    }

    @Override
    public void handBack(Place place) {
        at("update experiment_trial set status = 'QUEUED', attempts = 0" + OURS, place)
                .update();
    }

    private static Map<Metric, Double> metrics(ResultSet row) throws SQLException {
        String[] keys = (String[]) row.getArray("metrics").getArray();
        Double[] figures = (Double[]) row.getArray("figures").getArray();
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (int at = 0; at < keys.length; at++) {
            double figure = figures[at];
            Metric.of(keys[at]).ifPresent(metric -> metrics.put(metric, figure));
        }
        return metrics;
    }
}

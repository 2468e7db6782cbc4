package io.clearway.runs.store;

import io.clearway.metric.Metric;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import io.clearway.training.TravelReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What training and evaluation measured: a row for the episode, and one for each figure. */
@Repository
class Measurements {
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient database;

    Measurements(JdbcClient database) {
        this.database = database;
    }

    /** Training episodes from one on, in order. */
    List<EpisodeReport> episodes(UUID run, int fromEpisode) {
        Map<Integer, EpisodeReport> bare = new LinkedHashMap<>();
        Map<Integer, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        database.sql("""
                        select e.episode, e.controller, e.seed, e.decisions, m.metric, m.value
                          from run_episode e left join run_metric m using (run_id, episode)
                         where e.run_id = :run and e.episode >= :from
                         order by e.episode
                        """).param("run", run).param("from", fromEpisode).query(row -> {
            int episode = row.getInt("episode");
            bare.putIfAbsent(
                    episode,
                    new EpisodeReport(
                            episode,
                            row.getString("controller"),
                            row.getLong("seed"),
                            row.getInt("decisions"),
                            Map.of()));
            addFigure(metrics.computeIfAbsent(episode, e -> new EnumMap<>(Metric.class)), row);
        });
        List<EpisodeReport> reports = new ArrayList<>();
        bare.forEach((episode, report) -> reports.add(new EpisodeReport(
                episode,
                report.controller(),
                report.seed(),
                report.decisions(),
                metrics.getOrDefault(episode, Map.of()))));
        return reports;
    }

    /** Held-out results by controller and seed; what belongs to an episode is read once, not with each figure. */
    List<EpisodeResult> evaluations(UUID run) {
        Map<List<Object>, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        database.sql("select controller, seed, metric, value from evaluation_metric where run_id = :run")
                .param("run", run)
                .query(row -> {
                    List<Object> key = List.of(row.getString("controller"), row.getLong("seed"));
                    addFigure(metrics.computeIfAbsent(key, k -> new EnumMap<>(Metric.class)), row);
                });
        return database.sql("""
                        select controller, seed, simulator, scenario_hash, queue_by_minute, travel, series,
                               settings
                          from evaluation
                         where run_id = :run
                         order by controller, seed
                        """)
                .param("run", run)
                .query((row, place) -> new EpisodeResult(
                        row.getString("controller"),
                        row.getLong("seed"),
                        metrics.getOrDefault(List.of(row.getString("controller"), row.getLong("seed")), Map.of()),
                        details(row),
                        row.getString("simulator"),
                        row.getString("scenario_hash")))
                .list();
    }

    /** Keeps an episode; the caller's transaction has checked the fence. */
    void add(UUID run, EpisodeReport report) {
        database.sql("""
                        insert into run_episode (run_id, episode, controller, seed, decisions)
                        values (:run, :episode, :controller, :seed, :decisions)
                        """)
                .param("run", run)
                .param("episode", report.episode())
                .param("controller", report.controller())
                .param("seed", report.seed())
                .param("decisions", report.decisions())
                .update();
        database.sql("""
                        insert into run_metric (run_id, episode, metric, value)
                        select :run, :episode, metric, value
                          from unnest(cast(:metrics as text[]), cast(:values as double precision[])) as m (metric, value)
                        """)
                .param("run", run)
                .param("episode", report.episode())
                .param("metrics", keys(report.metrics()))
                .param("values", values(report.metrics()))
                .update();
    }

    /** Keeps a held-out result; the caller's transaction has checked the fence. */
    void add(UUID run, EpisodeResult result) {
        database.sql("""
                        insert into evaluation
                               (run_id, controller, seed, simulator, scenario_hash, queue_by_minute, travel, series,
                                settings)
                        values (:run, :controller, :seed, :simulator, :hash, cast(:queue as double precision[]),
                               cast(:travel as jsonb), cast(:series as jsonb), cast(:settings as jsonb))
                        """)
                .param("run", run)
                .param("controller", result.controller())
                .param("seed", result.seed())
                .param("simulator", result.simulator())
                .param("hash", result.scenarioHash())
                .param("settings", JSON.writeValueAsString(result.details().settings()))
                .param("series", JSON.writeValueAsString(result.details().series()))
                .param("queue", result.queueByMinute().toArray(Double[]::new))
                .param(
                        "travel",
                        JSON.writeValueAsString(
                                TravelReports.toMap(result.details().travel())))
                .update();
        database.sql("""
                        insert into evaluation_metric (run_id, controller, seed, metric, value)
                        select :run, :controller, :seed, metric, value
                          from unnest(cast(:metrics as text[]), cast(:values as double precision[])) as m (metric, value)
                        """)
                .param("run", run)
                .param("controller", result.controller())
                .param("seed", result.seed())
                .param("metrics", keys(result.metrics()))
                .param("values", values(result.metrics()))
                .update();
    }

    /** Deletes the training episodes from one on. */
    void forgetEpisodes(UUID run, int fromEpisode) {
        database.sql("delete from run_episode where run_id = :run and episode >= :from")
                .param("run", run)
                .param("from", fromEpisode)
                .update();
    }

    private static EpisodeDetails details(ResultSet row) throws SQLException {
        return new EpisodeDetails(
                List.of((Double[]) row.getArray("queue_by_minute").getArray()),
                TravelReports.read(JSON.readTree(row.getString("travel"))),
                JSON.readValue(row.getString("series"), new TypeReference<List<SeriesOverTime>>() {}),
                JSON.readValue(row.getString("settings"), new TypeReference<Map<String, Object>>() {}));
    }

    /** The metric that a row is about; none when it was kept by a version that knew more. */
    static @Nullable Metric metric(ResultSet row) throws SQLException {
        return Metric.of(String.valueOf(row.getString("metric"))).orElse(null);
    }

    static void addFigure(Map<Metric, Double> metrics, ResultSet row) throws SQLException {
        Metric metric = metric(row);
        if (metric != null) {
            metrics.put(metric, row.getDouble("value"));
        }
    }

    private static String[] keys(Map<Metric, Double> metrics) {
        return metrics.keySet().stream().sorted().map(Metric::key).toArray(String[]::new);
    }

    private static Double[] values(Map<Metric, Double> metrics) {
        return metrics.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toArray(Double[]::new);
    }
}

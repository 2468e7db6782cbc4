package io.clearway.runs.store;

import io.clearway.metric.Metric;
import io.clearway.runs.Run;
import io.clearway.runs.RunQueries;
import io.clearway.runs.RunStatus;
import io.clearway.runs.UnknownRun;
import io.clearway.training.EpisodeReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the tables of runs and their figures, put together for people. */
@Repository
class RunQueriesTable implements RunQueries {
    private static final String PASSES = """
             where (cast(:scenario as text) is null or scenario = :scenario)
               and (cast(:algorithm as text) is null or algorithm = :algorithm)
               and (cast(:text as text) is null
                    or position(lower(:text) in lower(name)) > 0
                    or starts_with(cast(id as text), lower(:text)))
            """;

    private static final String LATEST_METRICS = """
            select m.run_id, m.metric, m.value
              from unnest(cast(:runs as uuid[])) as wanted (run_id)
             cross join lateral (select e.episode from run_episode e
                                  where e.run_id = wanted.run_id and e.controller = :learner
                                  order by e.episode desc limit 1) as latest
              join run_metric m on m.run_id = wanted.run_id and m.episode = latest.episode
            """;

    private static final String SNAPSHOT = """
            select r.*,
                   (select count(*) from run_episode e where e.run_id = r.id) as episodes,
                   (select count(*) from evaluation v where v.run_id = r.id) as evaluations,
                   (select count(*) from checkpoint c where c.run_id = r.id) as checkpoints,
                   demonstrations.episodes as warm_start_episodes, demonstrations.decisions as warm_start_decisions
              from run r
             cross join lateral (select count(*) as episodes, coalesce(max(e.decisions), 0) as decisions
                                   from run_episode e
                                  where e.run_id = r.id and e.controller <> :learner) as demonstrations
             where r.id = :id
            """;

    // the bounds are of the figure, not of the run: many figures come once in a round only
    private static final String CURVES = """
            with figure as (select m.metric, m.episode, m.value, e.decisions, e.controller,
                                   min(m.episode) over whole as first, max(m.episode) over whole as last
                              from run_metric m join run_episode e using (run_id, episode)
                             where m.run_id = :run and m.metric = any(cast(:metrics as text[]))
                            window whole as (partition by m.metric))
            select metric, max(episode) as episode, max(decisions) as decisions, avg(value) as mean,
                   min(value) as minimum, max(value) as maximum, controller
              from figure
             group by metric, controller, (cast(episode - first as bigint) * :points) / (last - first + 1)
             order by metric, episode
            """;

    private final JdbcClient database;

    RunQueriesTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Page page(Filter filter, int offset, int limit) {
        Map<RunStatus, Long> byStatus = new EnumMap<>(RunStatus.class);
        database.sql("select status, count(*) as runs from run" + PASSES + " group by status")
                .params(parameters(filter))
                .query(row -> {
                    byStatus.put(RunStatus.valueOf(row.getString("status")), row.getLong("runs"));
                });
        List<Run> runs = database.sql("select * from run" + PASSES + """
                           and (cast(:status as text) is null or status = :status)
                         order by created_at desc, id
                        offset :offset limit :limit
                        """)
                .params(parameters(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query(RunRows::read)
                .list();
        long total = filter.status()
                .map(status -> byStatus.getOrDefault(status, 0L))
                .orElseGet(() ->
                        byStatus.values().stream().mapToLong(Long::longValue).sum());
        Map<UUID, Map<Metric, Double>> latest = latestMetrics(runs);
        return new Page(
                total,
                byStatus,
                names("select distinct scenario from run order by scenario"),
                names("select distinct algorithm from run order by algorithm"),
                runs.stream()
                        .map(run -> new Entry(run, latest.getOrDefault(run.id(), Map.of())))
                        .toList());
    }

    @Override
    public Snapshot snapshot(UUID run) {
        return database.sql(SNAPSHOT)
                .param("id", run)
                .param("learner", EpisodeReport.LEARNER)
                .query((row, number) -> new Snapshot(
                        RunRows.read(row, number),
                        row.getInt("episodes"),
                        row.getInt("evaluations"),
                        row.getInt("checkpoints"),
                        new Taken(row.getInt("warm_start_episodes"), row.getInt("warm_start_decisions"))))
                .optional()
                .orElseThrow(() -> new UnknownRun(run));
    }

    @Override
    public List<Curve> curves(UUID run, Collection<Metric> metrics, int points) {
        Map<Metric, List<CurvePoint>> curves = new EnumMap<>(Metric.class);
        database.sql(CURVES)
                .param("run", run)
                .param("metrics", metrics.stream().map(Metric::key).toArray(String[]::new))
                .param("points", points)
                .query(row -> {
                    Metric metric = Measurements.metric(row);
                    if (metric != null) {
                        curves.computeIfAbsent(metric, first -> new ArrayList<>())
                                .add(new CurvePoint(
                                        row.getInt("episode"),
                                        row.getInt("decisions"),
                                        row.getDouble("mean"),
                                        row.getDouble("minimum"),
                                        row.getDouble("maximum"),
                                        row.getString("controller")));
                    }
                });
        return curves.entrySet().stream()
                .map(curve -> new Curve(curve.getKey(), List.copyOf(curve.getValue())))
                .toList();
    }

    private List<String> names(String query) {
        return database.sql(query).query(String.class).list();
    }

    private Map<UUID, Map<Metric, Double>> latestMetrics(List<Run> runs) {
        Map<UUID, Map<Metric, Double>> latest = new HashMap<>();
        database.sql(LATEST_METRICS)
                .param("learner", EpisodeReport.LEARNER)
                .param("runs", runs.stream().map(run -> run.id().toString()).toArray(String[]::new))
                .query(row -> {
                    Measurements.addFigure(
                            latest.computeIfAbsent(
                                    row.getObject("run_id", UUID.class), run -> new EnumMap<>(Metric.class)),
                            row);
                });
        return latest;
    }

    private static Map<String, @Nullable Object> parameters(Filter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("status", filter.status().map(Enum::name).orElse(null));
        parameters.put("scenario", filter.scenario().orElse(null));
        parameters.put("algorithm", filter.algorithm().orElse(null));
        parameters.put("text", filter.text().orElse(null));
        return parameters;
    }
}

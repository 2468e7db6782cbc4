package io.clearway.experiments.store;

import io.clearway.experiment.Trial;
import io.clearway.experiments.ExperimentProgress;
import io.clearway.experiments.TrialContent;
import io.clearway.experiments.TrialState;
import io.clearway.experiments.TrialTimes;
import io.clearway.runs.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code experiment_trial}, as clients see it: of a learning trial, the state of its run counts. */
@Repository
class TrialTable {
    private static final String ADD = """
            insert into experiment_trial (experiment_id, number, scenario, competitor, training_seed, content,
                                          decisions, horizon, episodes)
            values (:experiment, :number, :scenario, :competitor, :seed, :content, :decisions, :horizon, :episodes)
            """;
    private static final String TRIALS = """
            select t.experiment_id, t.number, t.scenario, t.competitor, t.training_seed, t.run_id,
                   t.decisions, t.horizon, t.episodes,
                   coalesce(r.status, t.status) as state, coalesce(r.decisions_done, 0) as decisions_done,
                   case when r.id is null then t.failure else r.failure end as reason,
                   case when r.id is null then t.started_at else r.started_at end as began,
                   case when r.id is null then t.finished_at else r.finished_at end as ended,
                   (select count(*) from evaluation v where v.run_id = t.run_id)
                   + (select count(*) from experiment_episode e
                       where e.experiment_id = t.experiment_id and e.number = t.number) as episodes_done
              from experiment_trial t left join run r on r.id = t.run_id
             where t.experiment_id = any(cast(:experiments as uuid[]))
            """;
    private static final String LIST = TRIALS + " order by t.experiment_id, t.number";
    // the sums are those of TrialState.Work
    private static final String PROGRESS = """
            select experiment_id, state, count(*) as trials,
                   sum(least(decisions_done, decisions) + episodes_done * horizon) as done,
                   sum(cast(decisions as bigint) + cast(episodes as bigint) * horizon) as planned,
                   min(began) as began,
                   case when count(ended) = count(*) then max(ended) end as ended
              from (%s) as trial
             group by experiment_id, state
            """.formatted(TRIALS);

    private final JdbcClient database;

    TrialTable(JdbcClient database) {
        this.database = database;
    }

    void add(UUID experiment, int number, Trial trial, int episodes) {
        database.sql(ADD)
                .param("experiment", experiment)
                .param("number", number)
                .param("scenario", trial.cell().scenario())
                .param("competitor", trial.cell().competitor())
                .param("seed", trial.trainingSeed().orElse(null))
                .param("content", TrialContent.of(trial))
                .param("decisions", trial.trainingDecisions())
                .param("horizon", trial.evaluationHorizon())
                .param("episodes", episodes)
                .update();
    }

    /** Gives a learning trial its run, in place of one that has failed. */
    void assign(UUID experiment, int number, UUID run) {
        database.sql("update experiment_trial set run_id = :run where experiment_id = :experiment and number = :number")
                .param("experiment", experiment)
                .param("number", number)
                .param("run", run)
                .update();
    }

    List<TrialState> list(UUID experiment) {
        return list(List.of(experiment)).getOrDefault(experiment, List.of());
    }

    Map<UUID, List<TrialState>> list(List<UUID> experiments) {
        Map<UUID, List<TrialState>> byExperiment = new LinkedHashMap<>();
        database.sql(LIST)
                .param("experiments", experiments.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    byExperiment
                            .computeIfAbsent(row.getObject("experiment_id", UUID.class), id -> new ArrayList<>())
                            .add(read(row));
                });
        return byExperiment;
    }

    /** How far experiments are, without their trials one by one. */
    Map<UUID, ExperimentProgress> progress(List<UUID> experiments) {
        Map<UUID, List<ExperimentProgress.Group>> groups = new LinkedHashMap<>();
        database.sql(PROGRESS)
                .param("experiments", experiments.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    groups.computeIfAbsent(row.getObject("experiment_id", UUID.class), id -> new ArrayList<>())
                            .add(new ExperimentProgress.Group(
                                    RunStatus.valueOf(row.getString("state")),
                                    row.getInt("trials"),
                                    row.getLong("done"),
                                    row.getLong("planned"),
                                    new TrialTimes(instant(row, "began"), instant(row, "ended"))));
                });
        Map<UUID, ExperimentProgress> progress = new LinkedHashMap<>();
        groups.forEach((id, of) -> progress.put(id, ExperimentProgress.together(of)));
        return progress;
    }

    private static TrialState read(ResultSet row) throws SQLException {
        return new TrialState(
                row.getInt("number"),
                new TrialState.Label(
                        row.getString("scenario"),
                        row.getString("competitor"),
                        row.getObject("training_seed", Long.class)),
                row.getObject("run_id", UUID.class),
                new TrialState.Outcome(
                        RunStatus.valueOf(row.getString("state")),
                        row.getString("reason"),
                        new TrialTimes(instant(row, "began"), instant(row, "ended"))),
                new TrialState.Work(
                        row.getInt("decisions_done"),
                        row.getInt("decisions"),
                        row.getInt("episodes_done"),
                        row.getInt("episodes"),
                        row.getInt("horizon")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

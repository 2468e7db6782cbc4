package io.clearway.experiments.store;

import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.LearningTrial;
import io.clearway.experiment.Trial;
import io.clearway.experiments.ExperimentIsOver;
import io.clearway.experiments.ExperimentOverview;
import io.clearway.experiments.ExperimentProgress;
import io.clearway.experiments.ExperimentSource;
import io.clearway.experiments.Experiments;
import io.clearway.experiments.StoredExperiment;
import io.clearway.experiments.TrialContent;
import io.clearway.experiments.TrialState;
import io.clearway.experiments.UnknownExperiment;
import io.clearway.runs.Run;
import io.clearway.runs.RunStatus;
import io.clearway.runs.Runs;
import io.clearway.training.EpisodeResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code experiment}; learning trials become runs in the same transaction. */
@Repository
class ExperimentTable implements Experiments {
    private static final String SUBMIT = """
            insert into experiment (id, name, purpose, source, format, sha256)
            values (:id, :name, :purpose, :source, :format, :sha256)
            on conflict (sha256) do nothing
            """;

    private final JdbcClient database;
    private final TrialTable trials;
    private final RuleTrialTable rules;
    private final Runs runs;

    ExperimentTable(JdbcClient database, TrialTable trials, RuleTrialTable rules, Runs runs) {
        this.database = database;
        this.trials = trials;
        this.rules = rules;
        this.runs = runs;
    }

    private record Row(UUID id, String name, String purpose, ExperimentSource source, OffsetDateTime created) {
        static Row read(ResultSet row, int ignored) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("purpose"),
                    new ExperimentSource(
                            row.getString("source"), ExperimentSource.Format.valueOf(row.getString("format"))),
                    row.getObject("created_at", OffsetDateTime.class));
        }

        StoredExperiment with(List<TrialState> trials) {
            return new StoredExperiment(id, name, purpose, source, created.toInstant(), trials);
        }
    }

    /** An experiment without its description and results, which may be long. */
    private record Head(UUID id, String name, String purpose, OffsetDateTime created) {
        static Head read(ResultSet row, int ignored) throws SQLException {
            return new Head(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("purpose"),
                    row.getObject("created_at", OffsetDateTime.class));
        }

        ExperimentOverview with(ExperimentProgress progress) {
            return new ExperimentOverview(id, name, purpose, created.toInstant(), progress);
        }
    }

    @Override
    @Transactional
    public Submission submit(ExperimentSource source, ExperimentPlan plan) {
        String sha256 = TrialContent.hash(plan);
        boolean created = database.sql(SUBMIT)
                        .param("id", UUID.randomUUID())
                        .param("name", plan.experiment().name())
                        .param("purpose", plan.experiment().measured().description())
                        .param("source", source.text())
                        .param("format", source.format().name())
                        .param("sha256", sha256)
                        .update()
                > 0;
        // the lock keeps two who submit the same at once from queueing a trial twice
        UUID id = database.sql("select id from experiment where sha256 = :sha256 for update")
                .param("sha256", sha256)
                .query(UUID.class)
                .single();
        if (created) {
            for (int number = 0; number < plan.trials().size(); number++) {
                begin(id, number, plan);
            }
        } else {
            repeat(id, plan);
        }
        return new Submission(id, created);
    }

    private void begin(UUID experiment, int number, ExperimentPlan plan) {
        Trial trial = plan.trials().get(number);
        trials.add(
                experiment,
                number,
                trial,
                plan.experiment().protocol().evaluationSeeds().size());
        queue(experiment, number, plan);
    }

    /** Queues again what has failed or was canceled; a rule keeps the episodes that it has. */
    private void repeat(UUID experiment, ExperimentPlan plan) {
        List<TrialState> again = trials.list(experiment).stream()
                .filter(trial -> trial.outcome().status() == RunStatus.FAILED
                        || trial.outcome().status() == RunStatus.CANCELED)
                .toList();
        for (TrialState trial : again) {
            queue(experiment, trial.number(), plan);
        }
        if (!again.isEmpty()) {
            database.sql("update experiment set results = null where id = :id")
                    .param("id", experiment)
                    .update();
        }
    }

    private void queue(UUID experiment, int number, ExperimentPlan plan) {
        if (plan.trials().get(number) instanceof LearningTrial learning) {
            Run run = runs.submit(
                    TrialRun.request(plan.experiment(), learning),
                    TrialRun.evaluation(plan.experiment(), learning),
                    learning.scenario().hash());
            trials.assign(experiment, number, run.id());
        } else {
            rules.queue(experiment, number);
        }
    }

    @Override
    public StoredExperiment get(UUID id) {
        return database.sql("select id, name, purpose, source, format, created_at from experiment where id = :id")
                .param("id", id)
                .query(Row::read)
                .optional()
                .orElseThrow(() -> new UnknownExperiment(id))
                .with(trials.list(id));
    }

    @Override
    public List<ExperimentOverview> list(int limit) {
        List<Head> heads =
                database.sql("""
                        select id, name, purpose, created_at from experiment order by created_at desc, id limit :limit
                        """).param("limit", limit).query(Head::read).list();
        Map<UUID, ExperimentProgress> byExperiment =
                trials.progress(heads.stream().map(Head::id).toList());
        return heads.stream()
                .map(head -> head.with(byExperiment.getOrDefault(head.id(), ExperimentProgress.together(List.of()))))
                .toList();
    }

    @Override
    @Transactional
    public void cancel(UUID id) {
        ExperimentProgress before = get(id).progress();
        if (before.status().isOver() && !before.byStatus().containsKey(RunStatus.CANCELED)) {
            throw new ExperimentIsOver(id, before.status());
        }
        for (TrialState trial : trials.list(id)) {
            if (!trial.outcome().status().isOver()) {
                cancel(id, trial);
            }
        }
    }

    private void cancel(UUID experiment, TrialState trial) {
        UUID run = trial.run();
        if (run == null) {
            rules.cancel(experiment, trial.number());
        } else {
            // one that has finished meanwhile needs no cancellation
            runs.cancelUnlessOver(run);
        }
    }

    @Override
    public List<EpisodeResult> episodes(UUID id, int trial) {
        return rules.episodes(id, trial);
    }

    @Override
    public Optional<String> findResults(UUID id) {
        return database.sql("select results from experiment where id = :id and results is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void keepResults(UUID id, String results) {
        database.sql("select id from experiment where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        if (get(id).progress().status() == RunStatus.FINISHED) {
            database.sql("update experiment set results = :results where id = :id")
                    .param("id", id)
                    .param("results", results)
                    .update();
        }
    }
}

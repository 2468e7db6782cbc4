package io.clearway.runs.store;

import io.clearway.runs.PolicyEvaluation;
import io.clearway.runs.Run;
import io.clearway.runs.RunIsOver;
import io.clearway.runs.RunQueue;
import io.clearway.runs.RunRequest;
import io.clearway.runs.RunStatus;
import io.clearway.runs.Runs;
import io.clearway.runs.TrainingRequest;
import io.clearway.runs.UnknownRun;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code run}, as clients see it. */
@Repository
class RunTable implements Runs {
    private static final String SUBMIT = """
            insert into run (id, name, status, scenario, scenario_settings, scenario_hash,
                             algorithm, algorithm_settings, seed, decisions, validation_seeds, candidates,
                             evaluation_seeds, first_evaluation_seed, policy_evaluation)
            values (:id, :name, 'QUEUED', :scenario, cast(:scenarioSettings as jsonb), :scenarioHash,
                    :algorithm, cast(:algorithmSettings as jsonb), :seed, :decisions, :validationSeeds,
                    :candidates, :evaluationSeeds, :firstEvaluationSeed, cast(:policyEvaluation as jsonb))
            returning *
            """;

    // A run that waits ends at once; one that a worker has is ended by the worker.
    private static final String CANCEL = """
            update run
               set cancel_requested = true,
                   finished_at = case when status = 'QUEUED' then now() else finished_at end,
                   status = case when status = 'QUEUED' then 'CANCELED' else status end
             where id = :id and status in ('QUEUED', 'RUNNING')
            """;

    private final JdbcClient database;
    private final Measurements measurements;
    private final RunQueue queue;

    RunTable(JdbcClient database, Measurements measurements, RunQueue queue) {
        this.database = database;
        this.measurements = measurements;
        this.queue = queue;
    }

    @Override
    @Transactional
    public Run submit(RunRequest request, String scenarioHash) {
        return insert(request, null, scenarioHash);
    }

    @Override
    @Transactional
    public Run submit(RunRequest request, PolicyEvaluation policy, String scenarioHash) {
        return insert(request, RunRows.json(policy), scenarioHash);
    }

    private Run insert(RunRequest request, @Nullable String policy, String scenarioHash) {
        TrainingRequest training = request.training();
        Run run = database.sql(SUBMIT)
                .param("id", UUID.randomUUID())
                .param("name", request.name())
                .param("scenario", training.scenario())
                .param("scenarioSettings", RunRows.json(training.scenarioSettings()))
                .param("scenarioHash", scenarioHash)
                .param("algorithm", training.algorithm())
                .param("algorithmSettings", RunRows.json(training.algorithmSettings()))
                .param("seed", training.seed())
                .param("decisions", training.decisions())
                .param("validationSeeds", training.selection().validationSeeds())
                .param("candidates", training.selection().candidates())
                .param("evaluationSeeds", request.evaluation().evaluationSeeds())
                .param("firstEvaluationSeed", request.evaluation().firstEvaluationSeed())
                .param("policyEvaluation", policy)
                .query(RunRows::read)
                .single();
        queue.add(run.id());
        return run;
    }

    @Override
    public Run get(UUID id) {
        return database.sql("select * from run where id = :id")
                .param("id", id)
                .query(RunRows::read)
                .optional()
                .orElseThrow(() -> new UnknownRun(id));
    }

    @Override
    public List<Run> list(Optional<RunStatus> status, int limit) {
        return database.sql("""
                        select * from run
                         where cast(:status as text) is null or status = :status
                         order by created_at desc, id
                         limit :limit
                        """)
                .param("status", status.map(Enum::name).orElse(null))
                .param("limit", limit)
                .query(RunRows::read)
                .list();
    }

    @Override
    @Transactional
    public Run cancel(UUID id) {
        Run run = requestCancel(id);
        if (hasEnded(run)) {
            throw new RunIsOver(run);
        }
        return run;
    }

    @Override
    @Transactional
    public boolean cancelUnlessOver(UUID id) {
        return !hasEnded(requestCancel(id));
    }

    private Run requestCancel(UUID id) {
        database.sql(CANCEL).param("id", id).update();
        return get(id);
    }

    /** Whether it is over otherwise than by cancellation. */
    private static boolean hasEnded(Run run) {
        return run.status() == RunStatus.FINISHED || run.status() == RunStatus.FAILED;
    }

    @Override
    public List<EpisodeReport> episodes(UUID id, int fromEpisode) {
        get(id);
        return measurements.episodes(id, fromEpisode);
    }

    @Override
    public List<EpisodeResult> evaluations(UUID id) {
        get(id);
        return measurements.evaluations(id);
    }
}

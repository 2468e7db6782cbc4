package io.clearway.runs.store;

import io.clearway.algorithm.Checkpoint;
import io.clearway.runs.Checkpoints.CheckpointInfo;
import io.clearway.runs.CurrentStage;
import io.clearway.runs.Run;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.runs.Validated;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import io.clearway.training.SelectedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A claim whose every write carries the fence. */
record FencedClaim(FencedRun row, int attempt, Measurements measurements, CheckpointTable checkpoints)
        implements Claim {
    @Override
    public Run run() {
        return row.run();
    }

    @Override
    public Optional<Checkpoint> latestCheckpoint() {
        return checkpoints.findLatest(run().id()).map(CheckpointInfo::id).flatMap(checkpoints::find);
    }

    @Override
    public List<Checkpoint> candidates() {
        return checkpoints.candidates(run().id());
    }

    @Override
    public Optional<Checkpoint> policy() {
        return checkpoints.findPolicy(run().id()).map(CheckpointInfo::id).flatMap(checkpoints::find);
    }

    @Override
    public List<EpisodeResult> evaluations() {
        return measurements.evaluations(run().id());
    }

    @Override
    public boolean mustStop() {
        return !row.goesOn();
    }

    @Override
    public void episode(EpisodeReport report) {
        row.write(
                "episodes_done = :episodes, decisions_done = :decisions",
                Map.of("episodes", report.episode() + 1, "decisions", report.decisions()),
                () -> measurements.add(run().id(), report));
    }

    @Override
    public void checkpoint(Checkpoint checkpoint, boolean candidate, int kept) {
        row.write(
                "attempts = 0, rounds_done = :rounds, episodes_done = :episodes, decisions_done = :decisions",
                Map.of(
                        "rounds", checkpoint.progress().rounds(),
                        "episodes", checkpoint.progress().episodes(),
                        "decisions", checkpoint.progress().decisions()),
                () -> checkpoints.add(run().id(), checkpoint, candidate, kept));
    }

    @Override
    public void stage(CurrentStage stage) {
        row.write("stage = cast(:stage as jsonb)", Map.of("stage", RunRows.json(stage)), () -> {});
    }

    @Override
    public void validated(Validated validated) {
        row.write(
                "validated = :done, validations = :planned",
                Map.of("done", validated.done(), "planned", validated.planned()),
                () -> {});
    }

    @Override
    public void policy(SelectedPolicy policy, int kept) {
        row.write(
                "attempts = 0, selection = cast(:selection as jsonb)",
                Map.of("selection", RunRows.json(policy.selection())),
                () -> checkpoints.addPolicy(run().id(), policy.policy(), kept));
    }

    @Override
    public void evaluation(EpisodeResult result) {
        row.write(
                "attempts = 0, simulator = :simulator",
                Map.of("simulator", result.simulator()),
                () -> measurements.add(run().id(), result));
    }

    @Override
    public void handBack() {
        row.write("attempts = 0, status = 'QUEUED'", Map.of(), () -> {});
    }

    @Override
    public void finish() {
        row.write("status = 'FINISHED', finished_at = now()", Map.of(), () -> {});
    }

    @Override
    public void fail(String message) {
        row.write("status = 'FAILED', finished_at = now(), failure = :message", Map.of("message", message), () -> {});
    }

    @Override
    public void cancel() {
        row.write("status = 'CANCELED', finished_at = now()", Map.of(), () -> {});
    }
}

package io.clearway.runs.store;

import io.clearway.algorithm.Checkpoint;
import io.clearway.runs.Checkpoints.CheckpointInfo;
import io.clearway.runs.Run;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
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
    public void checkpoint(Checkpoint checkpoint, int kept) {
        row.write(
                "attempts = 0, rounds_done = :rounds, episodes_done = :episodes, decisions_done = :decisions",
                Map.of(
                        "rounds", checkpoint.progress().rounds(),
                        "episodes", checkpoint.progress().episodes(),
                        "decisions", checkpoint.progress().decisions()),
                () -> checkpoints.add(run().id(), checkpoint, kept));
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

package io.clearway.runs.web;

import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.runs.Run;
import io.clearway.runs.RunRequest;
import io.clearway.runs.RunStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as clients see it. */
@Schema(name = "Run")
record RunView(
        UUID id,
        String name,
        RunStatus status,
        String scenario,
        Map<String, Object> scenarioSettings,
        String algorithm,
        Map<String, Object> algorithmSettings,
        long seed,
        int decisions,
        int evaluationSeeds,
        long firstEvaluationSeed,
        @Schema(description = "How far training has come") Progress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Why it failed, in the words of what failed") @Nullable String failure,

        boolean cancelRequested,
        @Nullable String simulator,
        String scenarioHash) {
    static RunView of(Run run) {
        RunRequest request = run.request();
        return new RunView(
                run.id(),
                request.name(),
                run.status(),
                request.scenario(),
                request.scenarioSettings(),
                request.algorithm(),
                request.algorithmSettings(),
                request.seed(),
                request.decisions(),
                request.evaluationSeeds(),
                request.firstEvaluationSeed(),
                run.progress(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.failure(),
                run.cancelRequested(),
                run.simulator(),
                run.scenarioHash());
    }
}

package io.clearway.runs;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The held-out evaluation at the end of a run.
 *
 * @param evaluationSeeds number of held-out episodes per controller, 0 to 1000; 0 skips the evaluation
 * @param firstEvaluationSeed seed of the first of them; the others count up from it
 */
public record EvaluationRequest(int evaluationSeeds, long firstEvaluationSeed) {
    /** Held-out episodes by default. */
    public static final int DEFAULT_SEEDS = 5;

    /** First held-out seed by default. */
    public static final long DEFAULT_FIRST_SEED = 100;

    private static final int MAX_SEEDS = 1000;

    public EvaluationRequest {
        RunRequest.requireRange("evaluationSeeds", evaluationSeeds, 0, MAX_SEEDS);
    }

    /** The held-out seeds in order. */
    public List<Long> seeds() {
        return LongStream.range(0, evaluationSeeds)
                .mapToObj(i -> firstEvaluationSeed + i)
                .toList();
    }
}

package io.clearway.training;

import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What several policies reached on the same seeds.
 *
 * @param criterion what decides between them
 * @param byPolicy its metric for each policy, in the order of the seeds
 */
record Scores(Criterion criterion, List<List<Double>> byPolicy) {
    /** The scores in these results, which have all seeds of one policy after those of another. */
    static Scores of(List<EpisodeResult> results, int seeds) {
        Criterion criterion = Criterion.of(results).orElseThrow(Scores::nothingMeasured);
        List<List<Double>> byPolicy = new ArrayList<>();
        for (int first = 0; first < results.size(); first += seeds) {
            byPolicy.add(results.subList(first, first + seeds).stream()
                    .map(result -> Objects.requireNonNull(result.metrics().get(criterion.metric())))
                    .toList());
        }
        return new Scores(criterion, byPolicy);
    }

    /** Number of the policy with the best mean; of equal ones, the last. */
    int best() {
        int best = byPolicy.size() - 1;
        for (int policy = best - 1; policy >= 0; policy--) {
            if (criterion.better(mean(policy), mean(best))) {
                best = policy;
            }
        }
        return best;
    }

    /** One policy minus another, paired by seed. */
    ConfidenceInterval difference(int first, int second) {
        return ConfidenceInterval.of(IntStream.range(0, byPolicy.get(first).size())
                .mapToObj(seed ->
                        byPolicy.get(first).get(seed) - byPolicy.get(second).get(seed))
                .toList());
    }

    private double mean(int policy) {
        return byPolicy.get(policy).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static InvalidSetting nothingMeasured() {
        return new InvalidSetting(
                "validationSeeds",
                "more than 0",
                "give 0, as the scenario measures none of time in system, score and queue to choose a policy by");
    }
}

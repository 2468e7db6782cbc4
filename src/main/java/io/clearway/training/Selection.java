package io.clearway.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clearway.metric.Digits;
import io.clearway.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Which policy a run ended with, and by which comparison.
 *
 * @param rule name of the rule that the run started from; null where it started from none, or nothing was compared
 * @param ruleKept whether that rule is the final policy, because no checkpoint was better
 * @param rounds rounds of learning before the best checkpoint
 * @param candidates number of checkpoints that it is the best of
 * @param seeds number of validation seeds that decided: with a rule those of the comparison, else those of the choice
 *     among the checkpoints
 * @param difference best checkpoint − rule; null where there was no rule
 */
public record Selection(
        @Nullable String rule,
        boolean ruleKept,
        int rounds,
        int candidates,
        int seeds,
        @Nullable Difference difference) {

    /**
     * A difference paired by seed, with its 95 % interval.
     *
     * @param metric key of the metric that decides
     * @param mean mean over the seeds, in the unit of the metric
     * @param halfWidth half the width of the interval, in the same unit
     */
    public record Difference(String metric, double mean, double halfWidth) {
        /** Both figures with their unit, such as {@code +12 ± 30 veh·h}. */
        @Override
        public String toString() {
            return "%s%s %s".formatted(mean > 0 ? "+" : "", Digits.interval(mean, halfWidth), unit());
        }

        private String unit() {
            return Metric.of(metric)
                    .map(Metric::unit)
                    .filter(unit -> !unit.equals("1"))
                    .orElse("of the score");
        }
    }

    /** The best of several checkpoints where there was no rule to compare it with. */
    static Selection unopposed(int rounds, int candidates, int seeds) {
        return new Selection(null, false, rounds, candidates, seeds, null);
    }

    /** The same as a sentence, without its period. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String text() {
        if (difference == null) {
            return "took the checkpoint of round %d, %s".formatted(rounds, seeds == 0 ? "the last one" : best());
        }
        String figures = "difference %s on %d validation seeds".formatted(difference, seeds);
        return ruleKept
                ? "kept the rule %s: no checkpoint was better, %s".formatted(rule, figures)
                : "took the checkpoint of round %d: better than the rule %s, %s".formatted(rounds, rule, figures);
    }

    private String best() {
        return "the best of %d on %d validation seeds, as the run started from no rule".formatted(candidates, seeds);
    }
}

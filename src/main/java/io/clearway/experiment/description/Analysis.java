package io.clearway.experiment.description;

import io.clearway.setting.InvalidSetting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How results are compared.
 *
 * @param compareWith label that all others are compared with; null to compare all pairs
 * @param normalization what makes scores of several scenarios comparable; null for none, and then there are no results
 *     over all scenarios
 * @param repetitions of the bootstrap
 */
public record Analysis(
        @Nullable String compareWith, @Nullable Normalization normalization, int repetitions) {
    static final String COMPARE_WITH = "compareWith";
    static final String NORMALIZATION = "normalization";
    static final String REPETITIONS = "bootstrapRepetitions";
    private static final int BY_DEFAULT = 10_000;
    private static final int FEWEST = 100;
    private static final int MOST = 1_000_000;

    /**
     * Scores as (score − zero) / (one − zero), by scenario.
     *
     * @param zero label of the controller whose mean becomes 0
     * @param one label of the controller whose mean becomes 1
     */
    public record Normalization(String zero, String one) {
        private static final String ZERO = "zero";
        private static final String ONE = "one";

        private static Normalization of(String path, Object value) {
            Fields fields = Fields.of(path, value, List.of(ZERO, ONE));
            String hint = "give the name of a controller of the experiment";
            return new Normalization(fields.text(ZERO, hint), fields.text(ONE, hint));
        }
    }

    static Analysis of(Fields fields) {
        int repetitions = fields.number(REPETITIONS, BY_DEFAULT);
        if (repetitions < FEWEST || repetitions > MOST) {
            throw new InvalidSetting(
                    REPETITIONS, repetitions, "give a whole number from %d to %d".formatted(FEWEST, MOST));
        }
        return new Analysis(
                fields.findText(COMPARE_WITH, "give the label of a competitor").orElse(null),
                Optional.ofNullable(fields.values().get(NORMALIZATION))
                        .map(value -> Normalization.of(fields.path(NORMALIZATION), value))
                        .orElse(null),
                repetitions);
    }
}

package io.clearway.experiment.description;

import io.clearway.training.SelectionSettings;
import java.util.List;

/**
 * Seeds of an experiment, and which policy of a run is evaluated.
 *
 * @param trainingSeeds a run of every algorithm with each
 * @param evaluationSeeds held-out episodes of every policy and rule
 * @param selection how the evaluated policy is chosen; by default the last one is
 */
public record Protocol(List<Long> trainingSeeds, List<Long> evaluationSeeds, SelectionSettings selection) {
    static final String TRAINING_SEEDS = "trainingSeeds";
    static final String EVALUATION_SEEDS = "evaluationSeeds";
    static final String VALIDATION_SEEDS = "validationSeeds";
    static final String CANDIDATES = "candidates";

    public Protocol {
        trainingSeeds = List.copyOf(trainingSeeds);
        evaluationSeeds = List.copyOf(evaluationSeeds);
    }

    static Protocol of(Fields fields) {
        return new Protocol(
                fields.seeds(TRAINING_SEEDS, "1"),
                fields.seeds(EVALUATION_SEEDS, "100-109"),
                new SelectionSettings(
                        fields.number(VALIDATION_SEEDS, 0),
                        fields.number(
                                CANDIDATES,
                                fields.has(VALIDATION_SEEDS)
                                        ? SelectionSettings.DEFAULT_CANDIDATES
                                        : SelectionSettings.NONE.candidates())));
    }
}

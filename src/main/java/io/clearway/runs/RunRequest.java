package io.clearway.runs;

import io.clearway.setting.InvalidSetting;

/**
 * What a run trains and evaluates.
 *
 * @param name free text for people, at most 200 characters; may be empty
 * @param training what is trained
 * @param evaluation how the result is evaluated
 */
public record RunRequest(String name, TrainingRequest training, EvaluationRequest evaluation) {
    private static final int MAX_NAME_LENGTH = 200;

    public RunRequest {
        if (name.length() > MAX_NAME_LENGTH) {
            throw new InvalidSetting(
                    "name", name, "give at most %d characters, not %d".formatted(MAX_NAME_LENGTH, name.length()));
        }
    }

    /** Name of the scenario. */
    public String scenario() {
        return training.scenario();
    }

    /** Name of the algorithm. */
    public String algorithm() {
        return training.algorithm();
    }

    static void requireRange(String field, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(minimum, maximum));
        }
    }
}

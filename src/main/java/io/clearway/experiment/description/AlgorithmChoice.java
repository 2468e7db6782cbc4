package io.clearway.experiment.description;

import java.util.List;
import java.util.Map;

/**
 * An algorithm of an experiment.
 *
 * @param name in the catalog
 * @param label what results call it, unique
 * @param decisions joint decisions after which its training ends
 * @param settings of the algorithm
 */
public record AlgorithmChoice(String name, String label, int decisions, Map<String, Object> settings) {
    private static final String NAME = "name";
    private static final String LABEL = "label";
    static final String DECISIONS = "decisions";
    private static final String SETTINGS = "settings";
    private static final int MOST_DECISIONS = 1_000_000_000;

    /** @param decisions where the algorithm gives none; 0 for none */
    static AlgorithmChoice of(String path, Object value, int decisions) {
        Fields fields = Fields.of(
                path,
                value instanceof String name ? Map.of(NAME, name) : value,
                List.of(NAME, LABEL, DECISIONS, SETTINGS));
        String name = fields.text(NAME, "give the name of an algorithm");
        int length = fields.number(DECISIONS, decisions);
        if (length < 1 || length > MOST_DECISIONS) {
            throw fields.invalid(
                    DECISIONS,
                    length < 1 && !fields.has(DECISIONS) ? "nothing" : length,
                    "give the joint decisions of a training run, here or for all algorithms, at least 1");
        }
        return new AlgorithmChoice(
                name, fields.findText(LABEL, "give a text").orElse(name), length, fields.named(SETTINGS));
    }
}

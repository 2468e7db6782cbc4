package io.clearway.experiment.description;

import java.util.List;
import java.util.Map;

/**
 * A scenario of an experiment.
 *
 * @param name in the catalog
 * @param label what results call it, unique
 * @param settings of the scenario
 * @param evaluationSettings laid over them on evaluation seeds
 */
public record ScenarioChoice(
        String name, String label, Map<String, Object> settings, Map<String, Object> evaluationSettings) {
    private static final String NAME = "name";
    private static final String LABEL = "label";
    private static final String SETTINGS = "settings";
    private static final String EVALUATION_SETTINGS = "evaluationSettings";

    static ScenarioChoice of(String path, Object value) {
        Fields fields = Fields.of(
                path,
                value instanceof String name ? Map.of(NAME, name) : value,
                List.of(NAME, LABEL, SETTINGS, EVALUATION_SETTINGS));
        String name = fields.text(NAME, "give the name of a scenario");
        return new ScenarioChoice(
                name,
                fields.findText(LABEL, "give a text").orElse(name),
                fields.named(SETTINGS),
                fields.named(EVALUATION_SETTINGS));
    }
}

package io.clearway.scenario;

import io.clearway.setting.ClassPathFile;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the settings of scenarios mean; those of a family are the fields of one record. */
final class SettingExplanations {
    private static final String FILE = "explanations/scenario-settings.json";

    private SettingExplanations() {}

    /** Setting → explanation; settings that are not explained are missing. */
    static Map<String, String> of(Record settings) {
        String text = ClassPathFile.text(FILE)
                .orElseThrow(() -> new IllegalStateException(FILE + " is missing on the class path"));
        JsonNode family =
                new JsonMapper().readTree(text).path(settings.getClass().getSimpleName());
        Map<String, String> explanations = new LinkedHashMap<>();
        family.properties()
                .forEach(setting ->
                        explanations.put(setting.getKey(), setting.getValue().asString()));
        return explanations;
    }
}

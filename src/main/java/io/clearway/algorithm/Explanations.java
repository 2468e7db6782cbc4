package io.clearway.algorithm;

import io.clearway.setting.ClassPathFile;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the settings of algorithms mean, in the words of docs/algorithms.md. */
final class Explanations {
    private static final String FILE = "explanations/settings.json";

    private Explanations() {}

    /** Setting → explanation; settings that are not explained are missing. */
    static Map<String, String> of(String algorithm) {
        String text = ClassPathFile.text(FILE)
                .orElseThrow(() -> new IllegalStateException(FILE + " is missing on the class path"));
        Map<String, String> explanations = new LinkedHashMap<>();
        for (JsonNode family : new JsonMapper().readTree(text)) {
            boolean named = family.path("algorithms")
                    .valueStream()
                    .anyMatch(name -> name.asString().equals(algorithm));
            if (named) {
                family.path("settings")
                        .properties()
                        .forEach(setting -> explanations.put(
                                setting.getKey(), setting.getValue().asString()));
            }
        }
        return explanations;
    }
}

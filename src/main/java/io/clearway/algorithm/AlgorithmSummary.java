package io.clearway.algorithm;

import io.clearway.setting.Settings;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An algorithm in a few words.
 *
 * @param name in the catalog
 * @param source paper and algorithm number
 * @param defaults every setting with its default
 * @param explanations what each setting means, by name
 * @param presets sets of settings by name; each names only what differs from the defaults
 */
public record AlgorithmSummary(
        String name,
        String source,
        Map<String, Object> defaults,
        Map<String, String> explanations,
        SortedMap<String, Map<String, Object>> presets) {
    /** Summarizes an algorithm. */
    public static AlgorithmSummary of(Algorithm algorithm) {
        SortedMap<String, Map<String, Object>> presets = new TreeMap<>();
        algorithm.presets().forEach((name, preset) -> presets.put(name, new TreeMap<>(preset.values())));
        return new AlgorithmSummary(
                algorithm.name(),
                algorithm.source(),
                Settings.asMap(algorithm.defaults()),
                Explanations.of(algorithm.name()),
                presets);
    }
}

package io.clearway.algorithm;

import io.clearway.setting.Settings;
import java.util.Map;

/**
 * An algorithm in a few words.
 *
 * @param name in the catalog
 * @param source paper and algorithm number
 * @param defaults every setting with its default
 */
public record AlgorithmSummary(String name, String source, Map<String, Object> defaults) {
    /** Tells of an algorithm. */
    public static AlgorithmSummary of(Algorithm algorithm) {
        return new AlgorithmSummary(algorithm.name(), algorithm.source(), Settings.asMap(algorithm.defaults()));
    }
}

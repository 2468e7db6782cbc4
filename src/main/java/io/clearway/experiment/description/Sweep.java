package io.clearway.experiment.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Variants of algorithms, or of scenarios, that differ in some settings. Several sweeps make a grid: every variant of
 * one with every variant of the other.
 *
 * @param name of the sweep
 * @param target what is varied
 * @param of labels of the algorithms or scenarios that are varied; empty for all
 * @param variants label of a variant → its settings
 */
public record Sweep(String name, Target target, List<String> of, Map<String, Map<String, Object>> variants) {
    private static final String SETTING = "setting";
    private static final String SCENARIO_SETTING = "scenarioSetting";
    private static final String VALUES = "values";
    private static final String VARIANTS = "variants";
    private static final String SCENARIO_VARIANTS = "scenarioVariants";
    private static final String OF = "of";
    private static final String CHOICE =
            "give setting and values, scenarioSetting and values, variants, or scenarioVariants";

    /** What a sweep varies. */
    public enum Target {
        /** Settings of algorithms. */
        ALGORITHMS,
        /** Settings of scenarios. */
        SCENARIOS
    }

    static Sweep of(String path, String name, Object value) {
        Fields fields =
                Fields.of(path, value, List.of(SETTING, SCENARIO_SETTING, VALUES, VARIANTS, SCENARIO_VARIANTS, OF));
        List<String> given = List.of(SETTING, SCENARIO_SETTING, VARIANTS, SCENARIO_VARIANTS).stream()
                .filter(fields::has)
                .toList();
        if (given.size() != 1 || fields.has(VALUES) != (fields.has(SETTING) || fields.has(SCENARIO_SETTING))) {
            throw fields.invalid(
                    given.isEmpty() ? SETTING : given.get(given.size() - 1),
                    String.join(", ", fields.values().keySet()),
                    CHOICE);
        }
        boolean values = fields.has(VALUES);
        Map<String, Map<String, Object>> variants =
                values ? single(fields, fields.text(given.get(0), CHOICE)) : several(fields, given.get(0));
        if (variants.isEmpty()) {
            throw fields.invalid(values ? VALUES : given.get(0), "nothing", "give at least one");
        }
        boolean scenarios = fields.has(SCENARIO_SETTING) || fields.has(SCENARIO_VARIANTS);
        return new Sweep(name, scenarios ? Target.SCENARIOS : Target.ALGORITHMS, fields.texts(OF), variants);
    }

    /** Whether a label's algorithm or scenario is varied. */
    public boolean varies(String label) {
        return of.isEmpty() || of.contains(label);
    }

    private static Map<String, Map<String, Object>> single(Fields fields, String setting) {
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        List<Object> values = new ArrayList<>(fields.list(VALUES));
        for (int at = 0; at < values.size(); at++) {
            if (variants.put("%s=%s".formatted(setting, values.get(at)), Map.of(setting, values.get(at))) != null) {
                throw fields.invalid("%s[%d]".formatted(VALUES, at), values.get(at), "give each value once");
            }
        }
        return variants;
    }

    private static Map<String, Map<String, Object>> several(Fields fields, String field) {
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Fields named = new Fields(fields.path(field), fields.named(field));
        named.values().keySet().forEach(name -> variants.put(name, named.named(name)));
        return variants;
    }
}

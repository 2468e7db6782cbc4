package io.clearway.cli;

import io.clearway.setting.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Settings on the command line, {@code name=value}: numbers, true and false as such, all else as text; no lists. */
final class SettingOptions {
    @Option(
            names = "--scenario-set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the scenario, such as demand=varied.")
    private Map<String, String> scenario = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the algorithm, such as discount=0.98.")
    private Map<String, String> algorithm = new LinkedHashMap<>();

    Settings scenario() {
        return typed(scenario);
    }

    Settings algorithm() {
        return typed(algorithm);
    }

    private static Settings typed(Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, typed(text)));
        return new Settings(values);
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        if (text.matches("-?\\d*\\.?\\d+([eE][-+]?\\d+)?")) {
            return Double.valueOf(text);
        }
        return text;
    }
}

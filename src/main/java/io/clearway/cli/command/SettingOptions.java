package io.clearway.cli.command;

import io.clearway.setting.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Settings of scenario and algorithm on the command line, {@code name=value}. A value is a number, true or false where
 * it reads as such, else a text. Values with commas between them are a list, as are values in brackets: {@code [64]} is
 * a list of one, {@code []} an empty one. In quotation marks everything is one text: {@code "1,5"}.
 */
public final class SettingOptions {
    @Mixin
    private ScenarioOptions scenario;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the algorithm, such as discount=0.98.")
    private Map<String, String> algorithm = new LinkedHashMap<>();

    public Settings scenario() {
        return scenario.values();
    }

    public Settings algorithm() {
        return typed(algorithm);
    }

    static Settings typed(Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, value(text)));
        return new Settings(values);
    }

    private static Object value(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        if (bracketed || (text.contains(",") && !isQuoted(text))) {
            String inner = bracketed ? text.substring(1, text.length() - 1) : text;
            return inner.isBlank()
                    ? List.of()
                    : Stream.of(inner.split(",", -1))
                            .map(String::strip)
                            .map(SettingOptions::typed)
                            .toList();
        }
        return typed(text);
    }

    private static boolean isQuoted(String text) {
        return text.matches("\"[^\"]*\"");
    }

    private static Object typed(String text) {
        if (isQuoted(text)) {
            return text.substring(1, text.length() - 1);
        }
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

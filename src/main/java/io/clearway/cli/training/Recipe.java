package io.clearway.cli.training;

import io.clearway.runs.EvaluationRequest;
import io.clearway.runs.RunRequest;
import io.clearway.runs.TrainingRequest;
import io.clearway.setting.ClassPathFile;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.SelectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A training run as a file: a JSON object with the fields of a run's request over REST; only {@code evaluationSeeds}
 * has another default, 0. Those that come with Clearway have names; {@code recipes/index.json} on the class path lists
 * them.
 *
 * @param fields field name → value; what is left out has its default
 */
public record Recipe(Map<String, Object> fields) {
    /** Nothing is given. */
    static final Recipe EMPTY = new Recipe(Map.of());

    private static final String OPTION = "--recipe";
    private static final String CORRECTION = "correct its JSON, an object of a run's fields";
    private static final String FOLDER = "recipes/";
    private static final String SUFFIX = ".json";
    private static final String INDEX = "index";
    private static final List<String> REQUIRED = List.of("scenario", "algorithm", "decisions");

    // the three required fields stand for nothing: what is given replaces them
    private static final RunRequest DEFAULTS = new RunRequest(
            "",
            new TrainingRequest("", Map.of(), "", Map.of(), 1, 1, SelectionSettings.defaults()),
            new EvaluationRequest(0, EvaluationRequest.DEFAULT_FIRST_SEED));

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Recipe {
        fields = Map.copyOf(fields);
    }

    /** Names of those that come with Clearway. */
    static List<String> names() {
        return Arrays.asList(parsed(INDEX, shipped(INDEX), new TypeReference<String[]>() {}));
    }

    /** The recipe of this name, or in this file. */
    public static Recipe of(String nameOrFile) {
        if (names().contains(nameOrFile)) {
            return read(nameOrFile, shipped(nameOrFile));
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting(
                    OPTION,
                    nameOrFile,
                    "give the file of a recipe, or one of those that come with Clearway: "
                            + String.join(", ", names()));
        }
        try {
            return read(nameOrFile, Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("%s: %s cannot be read".formatted(OPTION, file), failure);
        }
    }

    private static Recipe read(String origin, String text) {
        Map<String, Object> fields = parsed(origin, text, new TypeReference<LinkedHashMap<String, Object>>() {});
        fields.forEach((field, value) -> {
            if (value == null) {
                throw new InvalidSetting(field, "null", "give a value, or leave it out to have the default");
            }
        });
        return new Recipe(fields);
    }

    /** The same with other fields in place of those of the same name; settings are merged by their names. */
    public Recipe changedBy(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(fields);
        changes.forEach((field, value) -> merged.merge(field, value, Recipe::merged));
        return new Recipe(merged);
    }

    private static Object merged(Object before, Object change) {
        if (!(change instanceof Map<?, ?> changes)) {
            return change;
        }
        if (!(before instanceof Map<?, ?> settings)) {
            throw new InvalidSetting(OPTION, before, "give settings as an object of names and values");
        }
        Map<Object, Object> both = new LinkedHashMap<>(settings);
        both.putAll(changes);
        return both;
    }

    /**
     * What is to be trained and evaluated.
     *
     * @throws InvalidSetting naming the field that is missing, unknown or unusable
     */
    public RunRequest request() {
        for (String field : REQUIRED) {
            if (!fields.containsKey(field)) {
                throw new InvalidSetting(field, "nothing", "give it here or in a recipe");
            }
        }
        return new Settings(fields).over(DEFAULTS);
    }

    private static String shipped(String name) {
        String path = FOLDER + name + SUFFIX;
        return ClassPathFile.text(path)
                .orElseThrow(() -> new IllegalStateException(path + " is missing in this build of Clearway"));
    }

    private static <T> T parsed(String origin, String text, TypeReference<T> type) {
        try {
            T value = JSON.readValue(text, type);
            if (value == null) {
                throw new InvalidSetting(OPTION, origin, CORRECTION);
            }
            return value;
        } catch (JacksonException broken) {
            throw new InvalidSetting(OPTION, origin, CORRECTION + ": " + broken.getOriginalMessage());
        }
    }
}

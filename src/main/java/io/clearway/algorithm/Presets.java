package io.clearway.algorithm;

import io.clearway.setting.ClassPathFile;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The presets of algorithms as data: {@code presets/<algorithm>/<preset>.json} on the class path, each a JSON object
 * with {@code description}, {@code settings} by name, and {@code extends}, the file whose settings these override (such
 * as {@code dmpo/common}). {@code presets/<algorithm>/index.json} lists the available presets.
 */
public final class Presets {
    private static final Set<String> FIELDS = Set.of("description", "extends", "settings");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Function<String, Optional<String>> files;

    /** @param files content by path */
    Presets(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /**
     * The presets of an algorithm by name.
     *
     * @param algorithm whose folder
     * @param defaults defaults that each preset overrides
     * @throws InvalidSetting naming file, field, value and correction, for a file that is missing or malformed or a
     *     setting that the algorithm rejects
     */
    public static Map<String, Settings> of(String algorithm, Record defaults) {
        return new Presets(ClassPathFile::text).read(algorithm, defaults);
    }

    Map<String, Settings> read(String algorithm, Record defaults) {
        Map<String, Settings> presets = new LinkedHashMap<>();
        for (String name : parsed(path(algorithm + "/index"), new TypeReference<List<String>>() {})) {
            presets.put(name, preset(algorithm + "/" + name, defaults));
        }
        return presets;
    }

    private Settings preset(String name, Record defaults) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        for (PresetFile file : lineage(name)) {
            values.putAll(file.settings());
            file.settings().keySet().forEach(field -> origins.put(field, file.path()));
        }
        Settings settings = new Settings(values);
        try {
            settings.over(defaults);
        } catch (InvalidSetting refused) {
            throw at(
                    origins.getOrDefault(refused.field(), path(name)),
                    refused.field(),
                    refused.given(),
                    refused.hint());
        }
        return settings;
    }

    /** A file and those that it extends, the last of these first. */
    private List<PresetFile> lineage(String name) {
        List<PresetFile> files = new ArrayList<>();
        Optional<String> next = Optional.of(name);
        while (next.isPresent()) {
            PresetFile file = file(path(next.get()));
            if (files.contains(file)) {
                throw at(file.path(), "extends", next.get(), "name a file that does not extend this one");
            }
            files.add(0, file);
            next = file.base();
        }
        return files;
    }

    private PresetFile file(String path) {
        Map<String, Object> content = parsed(path, new TypeReference<>() {});
        content.forEach((field, value) -> {
            if (!FIELDS.contains(field)) {
                throw at(path, field, value, "there is no such field; the fields are description, extends, settings");
            }
        });
        Object base = content.get("extends");
        if (base != null && !(base instanceof String)) {
            throw at(path, "extends", base, "give the name of a file, such as \"dmpo/common\"");
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        Object given = content.getOrDefault("settings", Map.of());
        if (!(given instanceof Map<?, ?> values)) {
            throw at(path, "settings", String.valueOf(given), "give an object of values by name");
        }
        values.forEach((field, value) -> {
            if (value == null) {
                throw at(path, String.valueOf(field), "null", "give a value, or leave it out");
            }
            settings.put(String.valueOf(field), value);
        });
        return new PresetFile(path, Optional.ofNullable((String) base), settings);
    }

    private <T> T parsed(String path, TypeReference<T> type) {
        String text = files.apply(path)
                .orElseThrow(() -> new InvalidSetting(path, "", "there is no such file on the class path; add it"));
        try {
            return JSON.readValue(text, type);
        } catch (JacksonException malformed) {
            throw new InvalidSetting(
                    path, "line " + malformed.getLocation().getLineNr(), malformed.getOriginalMessage());
        }
    }

    private static String path(String name) {
        return "presets/" + name + ".json";
    }

    private static InvalidSetting at(String path, String field, Object given, String hint) {
        return new InvalidSetting(path + ": " + field, given, hint);
    }

    private record PresetFile(String path, Optional<String> base, Map<String, Object> settings) {}
}

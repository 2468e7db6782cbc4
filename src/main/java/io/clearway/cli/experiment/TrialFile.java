package io.clearway.cli.experiment;

import io.clearway.cli.command.JsonFiles;
import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the folder of a trial belongs to, in {@code trial.json}.
 *
 * @param place the folder
 * @param content of the trial that is to be played there
 */
record TrialFile(Path place, Map<String, Object> content) {
    private static final String NAME = "trial.json";
    private static final JsonMapper JSON = new JsonMapper();

    /** Writes it where there is none. */
    void write() {
        if (!Files.exists(file())) {
            JsonFiles.write(file(), content);
        }
    }

    /** @throws InvalidSetting naming the first field in which another trial was begun here */
    void requireSame() {
        if (Files.exists(file())) {
            compare("", begun(), JSON.convertValue(content, new TypeReference<Map<String, Object>>() {}));
        }
    }

    private void compare(String path, Map<?, ?> begun, Map<?, ?> planned) {
        var fields = new TreeSet<String>();
        begun.keySet().forEach(field -> fields.add(String.valueOf(field)));
        planned.keySet().forEach(field -> fields.add(String.valueOf(field)));
        for (String field : fields) {
            Object before = begun.get(field);
            Object now = planned.get(field);
            if (before instanceof Map<?, ?> inner && now instanceof Map<?, ?> other) {
                compare(path + field + ".", inner, other);
            } else if (!JSON.writeValueAsString(before).equals(JSON.writeValueAsString(now))) {
                throw new InvalidSetting(
                        path + field,
                        now == null ? "nothing" : now,
                        "the trial in %s was begun with '%s'; give that, another label, or another --out"
                                .formatted(place, before == null ? "nothing" : before));
            }
        }
    }

    private Map<String, Object> begun() {
        try {
            return JSON.readValue(Files.readString(file()), new TypeReference<Map<String, Object>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file(), failure);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "%s: cannot be read as JSON; delete the folder to play the trial again".formatted(file()), broken);
        }
    }

    private Path file() {
        return place.resolve(NAME);
    }
}

package io.clearway.imports;

import io.clearway.setting.InvalidSetting;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/** Names of imported scenarios: part of addresses and of paths, so of few characters. */
public final class ScenarioName {
    private static final int LONGEST = 64;

    private ScenarioName() {}

    /** Whether a name is valid. */
    static boolean isValid(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,%d}".formatted(LONGEST - 1));
    }

    /** The name itself, if it is valid; else {@link InvalidSetting}. */
    public static String require(String name) {
        if (!isValid(name)) {
            throw new InvalidSetting(
                    "name",
                    name,
                    "give at most %d lowercase letters, digits and hyphens, not beginning with a hyphen"
                            .formatted(LONGEST));
        }
        return name;
    }

    /** A name after a file. */
    public static String after(Path file) {
        String name = Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.(gz|xml|net|osm|sumocfg|sumo|cfg|zip)(?=\\.|$)", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return require(name.substring(0, Math.min(LONGEST, name.length())));
    }
}

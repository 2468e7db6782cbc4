package io.clearway.imports;

import io.clearway.setting.InvalidSetting;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/** Names of imported scenarios: part of addresses and of paths, so of few characters. */
public final class ScenarioName {
    private static final int LONGEST = 64;

    private ScenarioName() {}

    /** Whether a name will do. */
    static boolean isSound(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,%d}".formatted(LONGEST - 1));
    }

    /** The name itself, if it will do; else {@link InvalidSetting}. */
    public static String require(String name) {
        if (!isSound(name)) {
            throw new InvalidSetting(
                    "name",
                    name,
                    "give at most %d small letters, digits and hyphens, the first no hyphen".formatted(LONGEST));
        }
        return name;
    }

    /** A name after a file. */
    public static String after(Path file) {
        String words = Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.(gz|xml|net|osm|sumocfg|sumo|cfg|zip)(?=\\.|$)", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return require(words.substring(0, Math.min(LONGEST, words.length())));
    }
}

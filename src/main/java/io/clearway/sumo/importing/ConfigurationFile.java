package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.sumo.xml.Seconds;
import io.clearway.sumo.xml.XmlElements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an import reads from a SUMO configuration: network, routes, additional files, begin and end, and what decides on
 * the traffic besides. All other options (outputs, ports, whatever reads or writes other files) are ignored and listed.
 * The name of the root element means nothing to SUMO, which has written several.
 */
final class ConfigurationFile {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("net-file", "net-file"),
            Map.entry("net", "net-file"),
            Map.entry("n", "net-file"),
            Map.entry("route-files", "route-files"),
            Map.entry("routes", "route-files"),
            Map.entry("r", "route-files"),
            Map.entry("additional-files", "additional-files"),
            Map.entry("additional", "additional-files"),
            Map.entry("a", "additional-files"),
            Map.entry("begin", "begin"),
            Map.entry("b", "begin"),
            Map.entry("end", "end"),
            Map.entry("e", "end"),
            Map.entry("scale", "scale"),
            Map.entry("scale-demand", "scale"),
            Map.entry("time-to-teleport", "time-to-teleport"),
            Map.entry("step-length", "step-length"),
            Map.entry("mesosim", "mesosim"));

    private static final Set<String> SECTIONS = Set.of("input", "output", "time", "processing", "routing", "report");

    private final Path folder;
    private final Path within;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Set<String> leftOut = new TreeSet<>();

    private ConfigurationFile(Path folder, Path within) {
        this.folder = folder;
        this.within = within;
    }

    /**
     * Reads it.
     *
     * @param copy a validated copy
     * @param given the original, whose folder paths are relative to
     */
    static ConfigurationFile read(Path copy, ImportSource.Configuration given) {
        ConfigurationFile configuration = new ConfigurationFile(folderOf(given.file()), given.within());
        try (XmlElements elements = XmlElements.open(copy)) {
            elements.anyRoot();
            while (elements.next()) {
                configuration.add(elements.name(), elements.text("value", elements.text("v", "")));
            }
        }
        return configuration;
    }

    /** The folder that paths in a configuration are relative to. */
    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new InvalidSetting("configuration", file, "give a file in a folder");
        }
        return parent;
    }

    private void add(String name, String value) {
        String known = KNOWN.get(name);
        if (known != null && !value.isBlank()) {
            options.put(known, value.strip());
        } else if (!value.isEmpty() || !SECTIONS.contains(name)) {
            leftOut.add(name);
        }
    }

    Path network() {
        List<Path> files = files("net-file");
        if (files.size() != 1) {
            throw new InvalidSetting(
                    "net-file",
                    options.getOrDefault("net-file", "nothing"),
                    "give a SUMO configuration that names one network file in <input>");
        }
        return files.get(0);
    }

    List<Path> routes() {
        return files("route-files");
    }

    List<Path> additional() {
        return files("additional-files");
    }

    OptionalDouble seconds(String option) {
        String value = options.get(option);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(Seconds.parse(option, value));
    }

    /** A number without a unit. */
    OptionalDouble number(String option) {
        String value = options.get(option);
        if (value == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(value));
        } catch (NumberFormatException noNumber) {
            throw new InvalidSetting(option, value, "give a number");
        }
    }

    /** Whether an option is switched on. */
    boolean isOn(String option) {
        return Set.of("true", "1", "yes", "on", "t", "x")
                .contains(options.getOrDefault(option, "").toLowerCase(Locale.ROOT));
    }

    /** Names of the ignored options. */
    Set<String> leftOut() {
        return leftOut;
    }

    private List<Path> files(String option) {
        String value = options.getOrDefault(option, "");
        List<Path> files = new ArrayList<>();
        Stream.of(value.split("[,;]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> files.add(inside(option, name)));
        return files;
    }

    private Path inside(String option, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(within.toAbsolutePath().normalize())) {
                throw outside(option, name);
            }
            if (!Files.isRegularFile(file)) {
                throw new InvalidSetting(option, name, "there is no such file, relative to the configuration; add it");
            }
            if (!file.toRealPath().startsWith(within.toRealPath())) {
                throw outside(option, name);
            }
            return file;
        } catch (IOException | InvalidPathException unusable) {
            throw new InvalidSetting(option, name, "name a file beside the configuration: " + unusable.getMessage());
        }
    }

    private static InvalidSetting outside(String option, String name) {
        return new InvalidSetting(
                option,
                name,
                "it is outside of the folder that was given; move it into that folder and name it relative to the configuration");
    }
}

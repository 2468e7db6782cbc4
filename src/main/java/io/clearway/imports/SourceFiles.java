package io.clearway.imports;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.importing.ImportSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Recognizes files by their names: a configuration, a network with its demand, or a street map. */
public final class SourceFiles {
    private static final String EXPECTED =
            "give one .sumocfg, or one .net.xml with its route files, or one .osm; each may end in .gz";

    private SourceFiles() {}

    /**
     * What the files are together.
     *
     * @param field what the user calls them
     * @param within the folder that a configuration's files are in, or below
     */
    public static ImportSource of(String field, List<Path> files, Path within) {
        List<Path> configurations = ending(files, ".sumocfg", ".sumo.cfg");
        List<Path> maps = ending(files, ".osm", ".osm.xml");
        List<Path> networks = ending(files, ".net.xml");
        if (configurations.size() == 1) {
            return new ImportSource.Configuration(configurations.get(0), within);
        }
        if (configurations.isEmpty() && maps.size() == 1 && files.size() == 1) {
            return new ImportSource.StreetMap(maps.get(0));
        }
        if (configurations.isEmpty() && maps.isEmpty() && networks.size() == 1) {
            List<Path> additional = ending(files, ".add.xml");
            List<Path> routes = files.stream()
                    .filter(file -> !networks.contains(file) && !additional.contains(file))
                    .toList();
            return new ImportSource.Network(networks.get(0), routes, additional);
        }
        throw new InvalidSetting(
                field,
                files.stream().map(file -> String.valueOf(file.getFileName())).toList(),
                EXPECTED);
    }

    private static List<Path> ending(List<Path> files, String... endings) {
        return files.stream()
                .filter(file -> {
                    String name = name(file);
                    return Stream.of(endings).anyMatch(name::endsWith);
                })
                .toList();
    }

    /** File name in small letters, without the ending of gzip. */
    private static String name(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** The file that the others belong to. */
    public static Path main(ImportSource source) {
        if (source instanceof ImportSource.Configuration configuration) {
            return configuration.file();
        }
        return source instanceof ImportSource.StreetMap map ? map.file() : ((ImportSource.Network) source).file();
    }
}

package io.clearway.documents;

import io.clearway.sumo.PlainTown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What somebody with a network of their own has: a crossing with traffic, in every form that can be imported. */
final class City {
    private City() {}

    /** Copies the files to somebody else. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Makes the files; networks made again are not the same to the byte. */
    static void bring(Path folder) throws IOException {
        Files.writeString(folder.resolve("city.net.xml"), PlainTown.crossing(folder, ""));
        Files.copy(folder.resolve("city.net.xml"), folder.resolve("village.net.xml"));
        Files.writeString(folder.resolve("trips.rou.xml"), PlainTown.routes());
        Files.writeString(
                folder.resolve("types.add.xml"), "<additional><vType id=\"bus\" length=\"12\"/></additional>");
        Files.writeString(folder.resolve("city.sumocfg"), """
                <configuration><input>
                    <net-file value="city.net.xml"/><route-files value="trips.rou.xml"/>
                    <additional-files value="types.add.xml"/>
                </input></configuration>
                """);
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("city.zip")))) {
            for (String name : List.of("city.sumocfg", "city.net.xml", "trips.rou.xml", "types.add.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), zip);
            }
        }
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("city.osm.gz")))) {
            packed.write(PlainTown.streetMap().getBytes(StandardCharsets.UTF_8));
        }
    }
}

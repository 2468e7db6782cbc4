package io.clearway.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A scenario's folder in one piece: the same bytes for the same content. */
public final class ScenarioArchive {
    private ScenarioArchive() {}

    /** Packs all files of a folder. */
    public static byte[] pack(Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Path file : files(folder)) {
                ZipEntry entry = new ZipEntry(String.valueOf(file.getFileName()));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot pack " + folder, failed);
        }
        return bytes.toByteArray();
    }

    /** Unpacks an archive of our own into a folder that exists. */
    static void unpack(byte[] archive, Path folder) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!folder.normalize().equals(file.getParent())) {
                    throw new IllegalStateException("An archive of ours holds the name " + entry.getName());
                }
                Files.copy(zip, file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot unpack to " + folder, failed);
        }
    }

    /** Hash of what defines the scenario, in hexadecimal; reports are left out. */
    public static String sha256(Path folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(folder)) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals(ScenarioImport.REPORT) && !name.equals(ScenarioImport.REPORT_TEXT)) {
                    digest.update("%s %d\n".formatted(name, Files.size(file)).getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + folder, failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}

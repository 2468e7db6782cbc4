package io.clearway.wiring.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the class path into a private folder named by their hash. */
final class PostgresRuntime {
    /** Major version of the binaries; a data folder belongs to one major version. */
    static final String MAJOR = "18";

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> DATA = PosixFilePermissions.fromString("rw-r--r--");

    private PostgresRuntime() {}

    /** The folder holding {@code bin}, {@code lib} and {@code share}; unpacked now unless it is there. */
    static Path unpackedUnder(Path folder) {
        String archive = archive();
        try {
            Path home = folder.resolve("postgres-" + hash(archive).substring(0, 16));
            if (!Files.exists(home)) {
                Path fresh = folder.resolve(
                        home.getFileName() + ".new-" + ProcessHandle.current().pid());
                Folders.delete(fresh);
                unpack(archive, fresh);
                Folders.moveUnlessThere(fresh, home);
            }
            return home;
        } catch (IOException failure) {
            throw new PostgresFailure(
                    "PostgreSQL's programs cannot be unpacked to %s: %s".formatted(folder, failure.getMessage()),
                    "make room or give write access there, or " + InstanceLock.OTHER_FOLDER,
                    failure);
        }
    }

    private static String archive() {
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String archive = switch (processor) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> "";
        };
        if (archive.isEmpty() || PostgresRuntime.class.getResource("/" + archive) == null) {
            throw new PostgresFailure(
                    "There is no embedded PostgreSQL for %s on %s".formatted(System.getProperty("os.name"), processor),
                    "give the address of a PostgreSQL of your own as spring.datasource.url");
        }
        return archive;
    }

    private static InputStream open(String archive) throws IOException {
        InputStream stream = PostgresRuntime.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new IOException("resource %s is missing".formatted(archive));
        }
        return new BufferedInputStream(stream, 1 << 16);
    }

    private static String hash(String archive) throws IOException {
        try (InputStream packed = open(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int read = packed.read(block); read >= 0; read = packed.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(String archive, Path to) throws IOException {
        Folders.createPrivate(to);
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, to);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path to) throws IOException {
        Path target = to.resolve(entry.getName()).normalize();
        if (!target.startsWith(to)) {
            throw new IOException("the archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, to.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) != 0 ? PROGRAM : DATA);
        }
    }
}

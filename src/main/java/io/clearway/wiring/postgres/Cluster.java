package io.clearway.wiring.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The database files of one major version inside a data folder, and the password that opens them. */
final class Cluster {
    /** Superuser, and the only user. */
    static final String USER = "clearway";

    /** Database of the service. */
    static final String DATABASE = "clearway";

    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path dataFolder;
    private final PostgresPrograms tools;

    Cluster(Path dataFolder, PostgresPrograms tools) {
        this.dataFolder = dataFolder;
        this.tools = tools;
    }

    /** Folder of the database files. */
    Path folder() {
        return dataFolder.resolve("postgres-" + PostgresRuntime.MAJOR);
    }

    /** Makes the cluster unless it is there, and checks that it is of our major version. */
    void prepare() throws IOException {
        if (!Files.exists(folder())) {
            refuseOtherVersions();
            create();
        }
        Path versionFile = folder().resolve("PG_VERSION");
        String version =
                Files.exists(versionFile) ? Files.readString(versionFile).strip() : "no known version";
        if (!version.equals(PostgresRuntime.MAJOR)) {
            throw otherVersion(folder(), version);
        }
        Files.readString(passwordFile());
    }

    /** Password of {@link #USER}. */
    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    private Path passwordFile() {
        return dataFolder.resolve("postgres-" + PostgresRuntime.MAJOR + ".password");
    }

    private void create() throws IOException {
        Path fresh = dataFolder.resolve(folder().getFileName() + ".new");
        Folders.delete(fresh);
        Folders.createPrivate(fresh);
        Path password = writePassword(passwordFile());
        Path forInitdb = Files.copy(password, dataFolder.resolve("initdb.password"));
        try {
            tools.privileges().own(fresh);
            tools.privileges().own(forInitdb);
            tools.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + fresh,
                            "--username=" + USER,
                            "--pwfile=" + forInitdb,
                            "--auth=scram-sha-256",
                            "--locale=C.UTF-8",
                            "--encoding=UTF8",
                            "--no-instructions"),
                    "");
        } finally {
            Files.delete(forInitdb);
        }
        tools.run("postgres", List.of("--single", "-D", fresh.toString(), "postgres"), "create database " + DATABASE);
        Folders.moveUnlessThere(fresh, folder());
    }

    private static Path writePassword(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, OURS_ALONE);
        return Files.write(
                file,
                Base64.getUrlEncoder().withoutPadding().encodeToString(random).getBytes(StandardCharsets.US_ASCII));
    }

    private void refuseOtherVersions() throws IOException {
        try (Stream<Path> all = Files.list(dataFolder)) {
            for (Path other : all.filter(path -> Files.exists(path.resolve("PG_VERSION")))
                    .filter(path -> !path.toString().endsWith(".new"))
                    .toList()) {
                throw otherVersion(
                        other, Files.readString(other.resolve("PG_VERSION")).strip());
            }
        }
    }

    private static PostgresFailure otherVersion(Path folder, String version) {
        return new PostgresFailure(
                "%s holds a database of PostgreSQL %s, this version contains PostgreSQL %s"
                        .formatted(folder, version, PostgresRuntime.MAJOR),
                "transfer the data with pg_dump and pg_restore, or " + InstanceLock.OTHER_FOLDER);
    }
}

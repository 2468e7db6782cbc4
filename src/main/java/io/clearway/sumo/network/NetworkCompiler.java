package io.clearway.sumo.network;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.sumo.process.SumoInstallation;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds networks with netconvert into a cache folder, one file per content. A machine without netconvert can use a
 * cache filled elsewhere. Several threads and processes may build the same network at once: each writes a file of its
 * own and renames it at the end.
 */
public final class NetworkCompiler {
    /** Ending of a plain file → netconvert's option for it, in the order they are hashed. */
    private static final Map<String, String> OPTIONS = options();

    /** Endings of the files with coordinates. */
    private static final Set<String> WITH_COORDINATES = Set.of(".nod.xml", ".edg.xml");

    private static final String CONVERTER = "netconvert-version.txt";

    private final SumoInstallation installation;
    private final Path cache;
    private final TimeLimits limits;

    public NetworkCompiler(SumoInstallation installation, Path cache, TimeLimits limits) {
        this.installation = installation;
        this.cache = cache;
        this.limits = limits;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(".nod.xml", "--node-files");
        options.put(".edg.xml", "--edge-files");
        options.put(".con.xml", "--connection-files");
        options.put(".tll.xml", "--tllogic-files");
        options.put(".typ.xml", "--type-files");
        options.put(".netccfg", "--configuration-file");
        return options;
    }

    public CompiledNetwork compile(NetworkSource source) {
        try {
            if (source instanceof NetworkSource.Plain plain) {
                return build(plain);
            }
            if (source instanceof NetworkSource.Scaled scaled) {
                return buildScaled(scaled);
            }
            Path file = ((NetworkSource.Finished) source).file();
            MessageDigest digest = sha256();
            digest.update(Files.readAllBytes(file));
            return read(file, digest);
        } catch (IOException failed) {
            throw new SimulationException("Cannot read or store the network: " + failed, failed);
        }
    }

    private CompiledNetwork build(NetworkSource.Plain plain) throws IOException {
        Map<String, Path> files = files(plain);
        MessageDigest digest = sha256();
        for (Path file : files.values()) {
            byte[] content = Files.readAllBytes(file);
            digest.update(
                    "%s %d%n".formatted(file.getFileName(), content.length).getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        digest.update(("netconvert " + converterVersion()).getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of().formatHex(digest.digest());
        Path network = cache.resolve(hash + ".net.xml");
        if (!Files.exists(network)) {
            convert(files, network);
        }
        return new CompiledNetwork(network, hash, NetworkFile.read(network));
    }

    private CompiledNetwork buildScaled(NetworkSource.Scaled scaled) throws IOException {
        Files.createDirectories(cache);
        Path folder = Files.createTempDirectory(cache, "scaled-");
        try {
            PlainScaling scaling = new PlainScaling(scaled.factor());
            for (Map.Entry<String, Path> file : files(scaled.plain()).entrySet()) {
                Path copy = folder.resolve(scaled.plain().name() + file.getKey());
                if (WITH_COORDINATES.contains(file.getKey())) {
                    scaling.copy(file.getValue(), copy);
                } else {
                    Files.copy(file.getValue(), copy);
                }
            }
            return build(new NetworkSource.Plain(folder, scaled.plain().name()));
        } finally {
            deleteFolder(folder);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static Map<String, Path> files(NetworkSource.Plain plain) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String ending : OPTIONS.keySet()) {
            Path file = plain.folder().resolve(plain.name() + ending);
            if (Files.isRegularFile(file)) {
                files.put(ending, file);
            } else if (ending.equals(".nod.xml") || ending.equals(".edg.xml")) {
                throw new SimulationException(
                        "There is no %s; a plain network requires at least its .nod.xml and .edg.xml".formatted(file));
            }
        }
        return files;
    }

    private void convert(Map<String, Path> files, Path network) throws IOException {
        Files.createDirectories(cache);
        Path temporary = Files.createTempFile(cache, "temporary-", ".net.xml");
        try {
            List<String> command = new ArrayList<>();
            command.add(installation.program("netconvert").toString());
            files.forEach((ending, file) -> command.addAll(
                    List.of(OPTIONS.get(ending), file.toAbsolutePath().toString())));
            command.addAll(List.of("--output-file", temporary.toString(), "--xml-validation", "never"));
            installation.run(command, limits);
            writeConverterVersion();
            Files.move(temporary, network, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Version of netconvert; without one, that of the netconvert which filled the cache, so that its networks are
     * found.
     */
    private String converterVersion() throws IOException {
        Path written = cache.resolve(CONVERTER);
        return installation.has("netconvert") || !Files.exists(written)
                ? installation.version("netconvert")
                : Files.readString(written).strip();
    }

    private void writeConverterVersion() throws IOException {
        Path temporary = Files.createTempFile(cache, "temporary-", ".txt");
        Files.writeString(temporary, installation.version("netconvert"));
        Files.move(temporary, cache.resolve(CONVERTER), StandardCopyOption.ATOMIC_MOVE);
    }

    private static CompiledNetwork read(Path file, MessageDigest digest) {
        return new CompiledNetwork(file, HexFormat.of().formatHex(digest.digest()), NetworkFile.read(file));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}

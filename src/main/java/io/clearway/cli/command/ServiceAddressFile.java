package io.clearway.cli.command;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The file in a data folder that says where the service on it listens, so that commands on the same folder find it. It
 * goes when the service ends; one that a killed process left is recognized by that process.
 */
public final class ServiceAddressFile {
    private static final String NAME = "service.properties";
    private static final String ADDRESS = "address";
    private static final String PROCESS = "process";
    private static final String STARTED = "started";
    /** The system derives times of starts from the clock, which is corrected now and then. */
    private static final long CLOCK_MILLIS = 10_000;

    private final Path file;

    /** @param dataFolder folder of the service's data; it need not exist */
    public ServiceAddressFile(Path dataFolder) {
        this.file = dataFolder.resolve(NAME);
    }

    /** Notes that this process listens at an address. */
    public void write(URI address) {
        ProcessHandle own = ProcessHandle.current();
        AtomicFiles.write(
                file,
                "%s=%s%n%s=%d%n%s=%s%n"
                        .formatted(
                                ADDRESS,
                                address,
                                PROCESS,
                                own.pid(),
                                STARTED,
                                started(own)
                                        .map(Instant::toEpochMilli)
                                        .map(String::valueOf)
                                        .orElse("")));
    }

    /** Removes the file where this process wrote it. */
    public void remove() throws IOException {
        boolean own = content()
                .filter(written -> written.getProperty(PROCESS, "")
                        .equals(String.valueOf(ProcessHandle.current().pid())))
                .isPresent();
        if (own) {
            Files.deleteIfExists(file);
        }
    }

    /** Where a service that still runs listens; empty where there is none, or only what a killed one left. */
    public Optional<URI> read() throws IOException {
        return content().filter(ServiceAddressFile::isAlive).map(written -> URI.create(written.getProperty(ADDRESS)));
    }

    /** In words, what a service that runs no more left; empty where there is no note, or its service runs. */
    public Optional<String> left() throws IOException {
        return content()
                .filter(written -> !isAlive(written))
                .map(written -> "%s names a service at %s, but its process %s runs no more"
                        .formatted(file, written.getProperty(ADDRESS), written.getProperty(PROCESS, "")));
    }

    private Optional<Properties> content() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            written.load(reader);
        }
        return written.containsKey(ADDRESS) ? Optional.of(written) : Optional.empty();
    }

    /** Process ids are used again, hence the time of its start, too. */
    private static boolean isAlive(Properties written) {
        String process = written.getProperty(PROCESS, "");
        String started = written.getProperty(STARTED, "");
        return process.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(process))
                        .filter(ProcessHandle::isAlive)
                        .filter(handle -> started.isEmpty() || startedAt(handle, started))
                        .isPresent();
    }

    private static boolean startedAt(ProcessHandle process, String millis) {
        return millis.matches("\\d{1,18}")
                && started(process)
                        .filter(start -> Math.abs(start.toEpochMilli() - Long.parseLong(millis)) <= CLOCK_MILLIS)
                        .isPresent();
    }

    private static Optional<Instant> started(ProcessHandle process) {
        return process.info().startInstant();
    }
}

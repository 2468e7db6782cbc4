package io.clearway.imports;

import io.clearway.catalog.ScenarioProvider;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.scenario.combined.CombinedScenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.TrafficSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Imported scenarios, a folder each. Read again whenever a name is requested, so that what another process puts there
 * is found. Safe for many threads.
 */
public final class ScenarioFolders implements ScenarioProvider {
    private static final String UNFINISHED = ".new-";

    private final Path folder;
    private final TrafficSimulator simulator;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param folder holds the scenarios' folders; made when needed */
    public ScenarioFolders(Path folder, TrafficSimulator simulator) {
        this.folder = folder;
        this.simulator = simulator;
    }

    private record Known(FileTime written, Scenario scenario) {}

    @Override
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("scenario.json")))
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith(UNFINISHED))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + folder, failed);
        }
    }

    @Override
    public Optional<Scenario> find(String name) {
        return findFolder(name).map(found -> {
            FileTime written = written(found);
            return known.compute(
                            name,
                            (key, old) -> old != null && old.written().equals(written)
                                    ? old
                                    : new Known(written, new SignalScenario(DefinitionReader.read(found), simulator)))
                    .scenario();
        });
    }

    /** The folder of a scenario. */
    public Optional<Path> findFolder(String name) {
        // names are user input: only valid ones
        return Optional.of(name)
                .filter(ScenarioName::isValid)
                .map(folder::resolve)
                .filter(found -> Files.isRegularFile(found.resolve("scenario.json")));
    }

    /**
     * Creates a scenario in a temporary folder, which is moved into place only when it is complete.
     *
     * @param make fills the given folder
     * @param replace whether it may replace different content under the same name
     * @throws ScenarioExists when it may not and there is one
     * @throws InvalidSetting when it may and the scenario is {@link #using in use}
     */
    public <T> T keep(String name, boolean replace, Function<Path, T> make) {
        Path unfinished = createUnfinished();
        try {
            T made = make.apply(unfinished);
            Path target = folder.resolve(ScenarioName.require(name));
            if (Files.exists(target) && !ScenarioArchive.sha256(target).equals(ScenarioArchive.sha256(unfinished))) {
                if (!replace) {
                    throw new ScenarioExists(name);
                }
                replace(name, unfinished, target);
            } else if (!Files.exists(target)) {
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the scenario in " + folder, failed);
        } finally {
            delete(unfinished);
        }
    }

    /**
     * Runs an action on a scenario, or on several side by side, protected from replacement meanwhile by this process or
     * another. Names that are not here need no protection.
     *
     * @throws InvalidSetting while it is being replaced
     */
    public <T> T using(String name, Supplier<T> work) {
        return using(List.of(name), work);
    }

    /**
     * The same for several names, which may have scenarios in common.
     *
     * @throws InvalidSetting while one of them is being replaced
     */
    public <T> T using(List<String> names, Supplier<T> work) {
        // a process can take a lock only once; always in the same order
        var parts = new TreeSet<String>();
        names.forEach(name -> parts.addAll(CombinedScenario.names(name)));
        Supplier<T> guarded = work;
        for (String part : parts.descendingSet()) {
            Supplier<T> inner = guarded;
            guarded = () -> usingOne(part, inner);
        }
        return guarded.get();
    }

    private <T> T usingOne(String name, Supplier<T> work) {
        if (findFolder(name).isEmpty()) {
            return work.get();
        }
        try (FileChannel file = lockFile(name);
                FileLock lock = lock(file, true)) {
            if (lock == null) {
                throw new InvalidSetting("scenario", name, "it is being replaced just now; try again");
            }
            return work.get();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot use the scenario in " + folder, failed);
        }
    }

    private void replace(String name, Path unfinished, Path target) throws IOException {
        try (FileChannel file = lockFile(name);
                FileLock lock = lock(file, false)) {
            if (lock == null) {
                throw new InvalidSetting(
                        "name", name, "a training or evaluation uses it; wait for its end or choose another name");
            }
            swap(unfinished, target);
        }
    }

    /** Beside the scenario's folder, which may be deleted: a lock on a deleted file excludes nobody. */
    private FileChannel lockFile(String name) throws IOException {
        return FileChannel.open(
                folder.resolve("." + name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock lock(FileChannel file, boolean shared) throws IOException {
        try {
            return file.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException ownProcess) {
            return null;
        }
    }

    /** Should the second move fail, the first is taken back. */
    private static void swap(Path unfinished, Path target) throws IOException {
        Path old = unfinished.resolveSibling(unfinished.getFileName() + "-old");
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw failed;
        }
        delete(old);
    }

    /** Deletes a scenario; false when there is none. */
    public boolean delete(String name) {
        Optional<Path> found = findFolder(name);
        found.ifPresent(ScenarioFolders::delete);
        known.remove(name);
        return found.isPresent();
    }

    private Path createUnfinished() {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, UNFINISHED);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write to " + folder, failed);
        }
    }

    private static FileTime written(Path scenario) {
        try {
            return Files.getLastModifiedTime(scenario.resolve("scenario.json"));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + scenario, failed);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot delete " + folder, failed);
        }
    }
}

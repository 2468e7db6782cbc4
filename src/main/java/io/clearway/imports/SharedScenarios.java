package io.clearway.imports;

import io.clearway.catalog.ScenarioProvider;
import io.clearway.imports.ImportedScenarios.Entry;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.simulation.TrafficSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The scenarios of the database, unpacked where they are needed into a folder per content, which never changes: an
 * episode that runs keeps its files whatever becomes of the name. Safe for many threads and processes.
 */
public final class SharedScenarios implements ScenarioProvider {
    private final ImportedScenarios all;
    private final Path cache;
    private final TrafficSimulator simulator;
    private final Map<Entry, Scenario> opened = new ConcurrentHashMap<>();

    /** @param cache holds a folder per content; made when needed */
    public SharedScenarios(ImportedScenarios all, Path cache, TrafficSimulator simulator) {
        this.all = all;
        this.cache = cache;
        this.simulator = simulator;
    }

    @Override
    public List<String> names() {
        return all.list().stream().map(Entry::name).toList();
    }

    @Override
    public Optional<Scenario> find(String name) {
        return all.find(name).flatMap(this::open);
    }

    private Optional<Scenario> open(Entry kept) {
        Scenario known = opened.get(kept);
        if (known != null) {
            return Optional.of(known);
        }
        return folder(kept)
                .map(folder -> opened.computeIfAbsent(
                        kept, one -> new SignalScenario(DefinitionReader.read(folder), simulator)));
    }

    private Optional<Path> folder(Entry kept) {
        Path folder = cache.resolve(kept.sha256());
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        return all.archive(kept).map(archive -> unpack(archive, folder));
    }

    private Path unpack(byte[] archive, Path folder) {
        try {
            Files.createDirectories(cache);
            Path unfinished = Files.createTempDirectory(cache, ".new-");
            try {
                ScenarioArchive.unpack(archive, unfinished);
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                ScenarioFolders.delete(unfinished);
            } catch (IOException failed) {
                ScenarioFolders.delete(unfinished);
                // another process may have been faster: a folder with files cannot be moved over
                if (!Files.isDirectory(folder)) {
                    throw failed;
                }
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot unpack a scenario to " + cache, failed);
        }
    }
}

package io.clearway.sumo.importing;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.simulation.importing.ImportedTraffic;
import io.clearway.simulation.importing.TrafficImporter;
import io.clearway.sumo.network.NetworkCompiler;
import io.clearway.sumo.process.SumoInstallation;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Imports through SUMO's converters; every file is validated and copied by rule before SUMO reads it. */
public final class SumoImporter implements TrafficImporter {
    private final SumoInstallation installation;
    private final Converters converters;
    private final NetworkCompiler compiler;
    private final ImportLimits limits;
    private final Path temporary;

    /**
     * @param environment where SUMO is searched: in {@code $SUMO_HOME/bin}, then on the {@code PATH}
     * @param times how long the converters may take
     * @param limits limits of an import
     */
    public SumoImporter(Map<String, String> environment, TimeLimits times, ImportLimits limits) {
        this(environment, times, limits, Path.of(System.getProperty("java.io.tmpdir")));
    }

    SumoImporter(Map<String, String> environment, TimeLimits times, ImportLimits limits, Path temporary) {
        this.temporary = temporary;
        this.installation = new SumoInstallation(environment);
        this.converters = new Converters(installation, times);
        this.compiler = new NetworkCompiler(installation, temporary, times);
        this.limits = limits;
    }

    @Override
    public ImportedTraffic importTraffic(ImportSource source, ImportOptions options, Path folder) {
        try {
            Path work = Files.createTempDirectory(temporary, "clearway-import-");
            try {
                Path given = Files.createDirectory(work.resolve("given"));
                SumoDialect dialect = new SumoDialect(installation.version("netconvert"));
                ImportBuilder builder = new ImportBuilder(new ImportFiles(given, limits), dialect, work, folder);
                return run(new ImportPipeline(builder, converters, compiler), builder, source, options);
            } finally {
                delete(work);
            }
        } catch (IOException failed) {
            throw new SimulationException("Cannot write the files of the import: " + failed, failed);
        }
    }

    /** What SUMO rejects is told with the version that wrote it, which may be the reason. */
    private static ImportedTraffic run(
            ImportPipeline pipeline, ImportBuilder builder, ImportSource source, ImportOptions options) {
        try {
            return pipeline.run(source, options);
        } catch (SimulationException rejected) {
            throw builder.newerVersion()
                    .map(newer -> new SimulationException(
                            "%s. %s; install that version or a newer one".formatted(rejected.getMessage(), newer),
                            rejected))
                    .orElse(rejected);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException ignored) {
            // the system clears its temporary folder
        }
    }
}

package io.clearway.imports;

import io.clearway.catalog.Catalog;
import io.clearway.imports.ImportedScenarios.Entry;
import io.clearway.scenario.onboarding.OnboardingReport;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Imports scenarios for the service: creates them in a temporary folder and stores them for all services. */
public final class ScenarioIntake {
    private final ScenarioImport imports;
    private final ImportedScenarios kept;
    private final Catalog catalog;

    /** @param catalog has the names of scenarios that are not imported */
    public ScenarioIntake(ScenarioImport imports, ImportedScenarios kept, Catalog catalog) {
        this.imports = imports;
        this.kept = kept;
        this.catalog = catalog;
    }

    /**
     * Makes a scenario of an upload.
     *
     * @param name its name; empty to derive it from the main file
     * @throws InvalidSetting naming what cannot be used, with a hint
     * @throws ScenarioExists when another content has that name and may not be replaced
     * @throws ScenarioInUse when a run needs what would be replaced
     */
    public OnboardingReport take(UploadFolder upload, Optional<String> name, ImportOptions options, boolean replace) {
        ImportSource source = SourceFiles.of("files", upload.files(), upload.folder());
        String called = ScenarioName.require(name.orElseGet(() -> ScenarioName.after(SourceFiles.main(source))));
        if (catalog.has(called) && kept.find(called).isEmpty()) {
            throw new InvalidSetting("name", called, "a scenario of another origin has it; choose another");
        }
        Path folder = temporaryFolder();
        try {
            OnboardingReport report = imports.build(called, source, options, folder);
            kept.save(
                    new Entry(called, ScenarioArchive.sha256(folder)),
                    ScenarioArchive.pack(folder),
                    Files.readString(folder.resolve(ScenarioImport.REPORT)),
                    replace);
            return report;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the report of " + called, failed);
        } finally {
            ScenarioFolders.delete(folder);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("clearway-scenario-");
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make a folder for the scenario", failed);
        }
    }
}

package io.clearway.imports.web;

import io.clearway.imports.ImportedScenarios;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.imports.ScenarioIntake;
import io.clearway.imports.UnknownImport;
import io.clearway.imports.UploadFolder;
import io.clearway.imports.UploadFolder.UploadLimits;
import io.clearway.scenario.onboarding.OnboardingReport;
import io.clearway.scenario.onboarding.ReportText;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** The import of scenarios. */
@RestController
@RequestMapping(ImportController.PATH)
@Tag(name = "Imports", description = "Scenarios from your own networks")
class ImportController {
    static final String PATH = "/api/v1/scenarios";

    private static final JsonMapper JSON = new JsonMapper();

    private final ScenarioIntake intake;
    private final ImportedScenarios imported;
    private final ScenarioFolders folders;

    ImportController(ScenarioIntake intake, ImportedScenarios imported, ScenarioFolders folders) {
        this.intake = intake;
        this.imported = imported;
        this.folders = folders;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import a network as a scenario",
            description =
                    "Send a .sumocfg with the files it names, or a .net.xml with its route files (and .add.xml), or an"
                            + " .osm; as parts called 'files', or all in one .zip. Responds with 201 and the onboarding report; the"
                            + " scenario can be trained, evaluated and deployed by its name at once.")
    ResponseEntity<OnboardingReport> create(
            @Parameter(description = "The files, or one zip archive") @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @ParameterObject ImportForm form) {
        if (files == null || files.isEmpty()) {
            throw new InvalidSetting("files", "nothing", "send the files as multipart parts called 'files'");
        }
        try (UploadFolder upload = UploadFolder.create(UploadLimits.defaults())) {
            for (MultipartFile file : files) {
                add(file, upload);
            }
            OnboardingReport report = intake.take(
                    upload, Optional.ofNullable(form.name()), form.options(), Boolean.TRUE.equals(form.replace()));
            return ResponseEntity.created(
                            URI.create(PATH + "/" + report.subject().scenario()))
                    .body(report);
        }
    }

    @GetMapping(path = "/{name}/report", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The onboarding report of an imported scenario")
    OnboardingReport report(@PathVariable String name) {
        return JSON.readValue(json(name), OnboardingReport.class);
    }

    @GetMapping(path = "/{name}/report", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The same for people, in lines of at most 80 characters")
    String reportText(@PathVariable String name) {
        return ReportText.of(report(name));
    }

    @DeleteMapping("/{name}")
    @Operation(
            summary = "Delete an imported scenario",
            description = "Responds with 409 while a queued or running run needs it.")
    ResponseEntity<Void> delete(@PathVariable String name) {
        imported.delete(name);
        return ResponseEntity.noContent().build();
    }

    private String json(String name) {
        return imported.findReport(name)
                .or(() -> folders.findFolder(name)
                        .map(folder -> folder.resolve(ScenarioImport.REPORT))
                        .filter(Files::isRegularFile)
                        .map(ImportController::read))
                .orElseThrow(() -> new UnknownImport(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
    }

    private static void add(MultipartFile file, UploadFolder upload) {
        try (InputStream content = file.getInputStream()) {
            upload.add(Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read an uploaded file", failed);
        }
    }
}

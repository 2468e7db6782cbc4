package io.clearway.cli.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.report.ReportedRuns.Requested;
import io.clearway.training.Selection;
import io.clearway.training.SelectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policies in the folder of a training run: the newest checkpoint to continue from, those that the final policy is
 * chosen from, and the final policy with how it was chosen.
 *
 * @param folder of the run
 */
record PolicyFiles(Path folder) {
    /** Name of the newest checkpoint's file. */
    static final String CHECKPOINT = "checkpoint.clearway";

    /** Name of the final policy's file. */
    static final String POLICY = "policy.clearway";

    private static final String REQUESTED = "requested.json";
    private static final String SELECTION = "selection.json";
    private static final String EVIDENCE = "evidence.json";
    private static final String CANDIDATES = "candidates";
    private static final String SUFFIX = ".clearway";

    /** The checkpoint that training continues from; empty where none was made. */
    Optional<Checkpoint> newest() {
        Path file = folder.resolve(CHECKPOINT);
        return Files.exists(file) ? Optional.of(CheckpointFile.read(file)) : Optional.empty();
    }

    /** Keeps the newest checkpoint, and as a candidate too where it is one. */
    void writeNewest(Checkpoint checkpoint, boolean candidate) {
        if (candidate) {
            String name = checkpoint.progress().rounds() + SUFFIX;
            CheckpointFile.write(made(folder.resolve(CANDIDATES)).resolve(name), checkpoint);
        }
        CheckpointFile.write(folder.resolve(CHECKPOINT), checkpoint);
    }

    /** The checkpoints that the final policy is chosen from, the newest among them. */
    List<Checkpoint> candidates() {
        List<Checkpoint> candidates = new ArrayList<>(
                candidateFiles().stream().map(CheckpointFile::read).toList());
        newest().ifPresent(candidates::add);
        return candidates;
    }

    /** Deletes the candidates of another run. */
    void forgetCandidates() {
        candidateFiles().forEach(PolicyFiles::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("--out: %s cannot be deleted".formatted(file), failure);
        }
    }

    /** Keeps the final policy and how it was chosen; where it is. Evidence of one before goes. */
    Path writePolicy(Checkpoint policy, Selection selection) {
        Path file = folder.resolve(POLICY);
        delete(folder.resolve(EVIDENCE));
        CheckpointFile.write(file, policy);
        JsonFiles.write(folder.resolve(SELECTION), selection);
        return file;
    }

    /** The final policy; empty while the run is not over. */
    Optional<Checkpoint> policy() {
        // the selection is written after the policy
        return Files.exists(folder.resolve(SELECTION))
                ? Optional.of(CheckpointFile.read(folder.resolve(POLICY)))
                : Optional.empty();
    }

    /** Keeps how the final policy and the rules did; where it is. */
    Path writeEvidence(Evidence evidence) {
        Path file = folder.resolve(EVIDENCE);
        JsonFiles.write(file, evidence.asJson());
        return file;
    }

    /** Keeps what was requested of the run beside its settings, which checkpoints have. */
    void writeRequested(Requested requested) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decisions", requested.decisions());
        requested.selection().ifPresent(selection -> {
            fields.put("validationSeeds", selection.validationSeeds());
            fields.put("candidates", selection.candidates());
        });
        JsonFiles.write(folder.resolve(REQUESTED), fields);
    }

    /** What was requested of the run; empty of a folder that an earlier version wrote. */
    Optional<Requested> requested() {
        Path file = folder.resolve(REQUESTED);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonNode fields = new JsonMapper().readTree(Files.readString(file));
            return Optional.of(new Requested(
                    fields.path("decisions").asInt(),
                    Optional.of(new SelectionSettings(
                            fields.path("validationSeeds").asInt(),
                            fields.path("candidates").asInt()))));
        } catch (IOException failure) {
            throw new UncheckedIOException("What was requested cannot be read from " + file, failure);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "%s: cannot be read as JSON; give the file as 'clearway train' wrote it".formatted(file), broken);
        }
    }

    /** How the final policy was chosen, in words; empty where none was. */
    Optional<String> selection() {
        Path file = folder.resolve(SELECTION);
        try {
            return Files.exists(file)
                    ? Optional.of(new JsonMapper()
                            .readValue(Files.readString(file), Selection.class)
                            .text())
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("The selection cannot be read from " + file, failure);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "%s: cannot be read as JSON; give the file as 'clearway train' wrote it".formatted(file), broken);
        }
    }

    private List<Path> candidateFiles() {
        Path place = folder.resolve(CANDIDATES);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("--out: %s cannot be read".formatted(place), failure);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("--out: folder %s cannot be created".formatted(folder), failure);
        }
    }
}

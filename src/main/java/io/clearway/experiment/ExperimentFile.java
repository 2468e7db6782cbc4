package io.clearway.experiment;

import io.clearway.catalog.Catalog;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.YamlDocument;
import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** An experiment as a file in YAML. */
public final class ExperimentFile {
    private final Path file;
    private final YamlDocument document;
    private final Experiment experiment;

    private ExperimentFile(Path file, YamlDocument document) {
        this.file = file;
        this.document = document;
        this.experiment = located(() -> Experiment.of(document.root()));
    }

    /**
     * The experiment in a file.
     *
     * @throws InvalidSetting naming file, line and field
     */
    public static ExperimentFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting("FILE", file, "give a file that describes an experiment in YAML");
        }
        try {
            return new ExperimentFile(file, YamlDocument.read(Files.readString(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException("FILE: %s cannot be read".formatted(file), failure);
        } catch (InvalidSetting complaint) {
            throw complaint.field().startsWith(file.toString())
                    ? complaint
                    : new InvalidSetting(file + " " + complaint.field(), complaint.given(), complaint.hint());
        }
    }

    /** What it describes. */
    public Experiment experiment() {
        return experiment;
    }

    /**
     * Its trials.
     *
     * @throws InvalidSetting naming file, line and field
     */
    public ExperimentPlan plan(Catalog catalog) {
        return located(() -> ExperimentPlan.of(experiment, catalog));
    }

    private <T> T located(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSetting complaint) {
            InvalidSetting located = document.located(complaint);
            throw new InvalidSetting(file + " " + located.field(), located.given(), located.hint());
        }
    }
}

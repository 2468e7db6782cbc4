package io.clearway.experiment;

import io.clearway.catalog.Catalog;
import io.clearway.experiment.description.Experiment;
import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** An experiment as a file in YAML. */
public final class ExperimentFile {
    private final Path file;
    private final DescribedExperiment described;

    private ExperimentFile(Path file, String text) {
        this.file = file;
        this.described = named(() -> DescribedExperiment.ofYaml(text));
    }

    /**
     * The experiment in a file.
     *
     * @throws InvalidSetting naming file, lines and fields
     */
    public static ExperimentFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting("FILE", file, "give a file that describes an experiment in YAML");
        }
        try {
            return new ExperimentFile(file, Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("FILE: %s cannot be read".formatted(file), failure);
        }
    }

    /** What it describes. */
    public Experiment experiment() {
        return described.experiment();
    }

    /**
     * Its trials.
     *
     * @throws InvalidSetting naming file, lines and fields
     */
    public ExperimentPlan plan(Catalog catalog) {
        return named(() -> described.plan(catalog));
    }

    private <T> T named(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSetting complaint) {
            throw complaint.mapped(one -> new InvalidSetting(file + " " + one.field(), one.given(), one.hint()));
        }
    }
}

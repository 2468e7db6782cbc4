package io.clearway.experiments;

import io.clearway.experiment.DescribedExperiment;
import io.clearway.setting.InvalidSetting;

/**
 * The text that describes an experiment, as it was submitted.
 *
 * @param text at most 200,000 characters
 * @param format how to read it
 */
public record ExperimentSource(String text, Format format) {
    private static final int MOST_CHARACTERS = 200_000;

    /** How a text is read. */
    public enum Format {
        /** As the command {@code experiment} reads a file. */
        YAML,
        /** The same fields as a JSON object. */
        JSON
    }

    public ExperimentSource {
        if (text.length() > MOST_CHARACTERS) {
            throw new InvalidSetting(
                    "the description",
                    "%,d characters".formatted(text.length()),
                    "give at most %,d characters".formatted(MOST_CHARACTERS));
        }
    }

    /**
     * What it describes.
     *
     * @throws InvalidSetting naming line and field of all that is wrong
     */
    public DescribedExperiment described() {
        return format == Format.YAML ? DescribedExperiment.ofYaml(text) : DescribedExperiment.ofJson(text);
    }
}

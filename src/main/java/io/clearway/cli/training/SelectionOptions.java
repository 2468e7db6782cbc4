package io.clearway.cli.training;

import io.clearway.setting.InvalidSetting;
import io.clearway.training.SelectionSettings;
import picocli.CommandLine.Option;

/** How a command chooses the final policy of its training. */
final class SelectionOptions {
    private static final String SEEDS = "--validation-seeds";
    private static final String CANDIDATES = "--candidates";

    @Option(
            names = SEEDS,
            paramLabel = "N",
            defaultValue = "" + SelectionSettings.DEFAULT_VALIDATION_SEEDS,
            description = "Seeds to choose the final policy on, 4 to 1000; 0 takes the last checkpoint."
                    + " Default: ${DEFAULT-VALUE}.")
    private int validationSeeds;

    @Option(
            names = CANDIDATES,
            paramLabel = "N",
            defaultValue = "" + SelectionSettings.DEFAULT_CANDIDATES,
            description =
                    "Checkpoints to choose it from, beside the rule of the warm start. Default:" + " ${DEFAULT-VALUE}.")
    private int candidates;

    SelectionSettings settings() {
        try {
            return new SelectionSettings(validationSeeds, candidates);
        } catch (InvalidSetting complaint) {
            String option = complaint.field().equals("candidates") ? CANDIDATES : SEEDS;
            throw new InvalidSetting(option, complaint.given(), complaint.hint());
        }
    }
}

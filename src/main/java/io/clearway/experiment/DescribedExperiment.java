package io.clearway.experiment;

import io.clearway.catalog.Catalog;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.JsonDocument;
import io.clearway.experiment.description.YamlDocument;
import io.clearway.setting.InvalidSetting;
import java.util.function.Supplier;

/** An experiment as a text in YAML or JSON; whatever is wrong with it is named with its line, all at once. */
public final class DescribedExperiment {
    private final YamlDocument document;
    private final Experiment experiment;

    private DescribedExperiment(YamlDocument document) {
        this.document = document;
        this.experiment = located(() -> Experiment.of(document.root()));
    }

    /**
     * The experiment in a text in YAML.
     *
     * @throws InvalidSetting naming lines and fields
     */
    public static DescribedExperiment ofYaml(String text) {
        return new DescribedExperiment(YamlDocument.read(text));
    }

    /**
     * The experiment in a text in JSON.
     *
     * @throws InvalidSetting naming lines and fields
     */
    public static DescribedExperiment ofJson(String text) {
        return new DescribedExperiment(JsonDocument.read(text));
    }

    /** What it describes. */
    public Experiment experiment() {
        return experiment;
    }

    /**
     * Its trials.
     *
     * @throws InvalidSetting naming lines and fields
     */
    public ExperimentPlan plan(Catalog catalog) {
        return located(() -> ExperimentPlan.of(experiment, catalog));
    }

    private <T> T located(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSetting complaint) {
            throw document.located(complaint);
        }
    }
}

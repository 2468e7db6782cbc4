package io.clearway.experiment;

import io.clearway.catalog.Catalog;
import io.clearway.experiment.description.Analysis.Normalization;
import io.clearway.experiment.description.Experiment;
import io.clearway.setting.InvalidSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment whose every part has been checked.
 *
 * @param experiment what was described
 * @param trials everything to be played: of each scenario the rules, then the algorithms by training seed
 */
public record ExperimentPlan(Experiment experiment, List<Trial> trials) {
    /** @throws InvalidSetting where two trials would have one folder, or a comparison names none of the competitors */
    public ExperimentPlan {
        trials = List.copyOf(trials);
        requireDistinctFolders(trials);
        requireCompetitors(experiment, trials);
    }

    /**
     * The trials of an experiment.
     *
     * @throws InvalidSetting naming the path of the field in the description; where it is too large, before anything is
     *     made
     */
    public static ExperimentPlan of(Experiment experiment, Catalog catalog) {
        PlanSize.require(experiment);
        return new ExperimentPlan(experiment, new Trials(experiment, catalog).all());
    }

    /** Joint decisions of all training runs. */
    public long trainingDecisions() {
        return trials.stream().mapToLong(Trial::trainingDecisions).sum();
    }

    /** Held-out episodes of all trials. */
    public long evaluationEpisodes() {
        return (long) trials.size() * experiment.protocol().evaluationSeeds().size();
    }

    /** Joint decisions of training and evaluation of a trial: how much is to be played. */
    public long decisions(Trial trial) {
        return trial.trainingDecisions()
                + (long) trial.evaluationHorizon()
                        * experiment.protocol().evaluationSeeds().size();
    }

    /** The same of all trials. */
    public long decisions() {
        return trials.stream().mapToLong(this::decisions).sum();
    }

    private static void requireDistinctFolders(List<Trial> trials) {
        Map<String, Trial> byFolder = new HashMap<>();
        for (Trial trial : trials) {
            Trial other = byFolder.put(trial.folder(), trial);
            if (other != null) {
                throw new InvalidSetting(
                        "label",
                        trial.title(),
                        "give labels that differ in letters and digits: '%s' would have the same folder"
                                .formatted(other.title()));
            }
        }
    }

    private static void requireCompetitors(Experiment experiment, List<Trial> trials) {
        List<String> competitors = trials.stream()
                .map(trial -> trial.cell().competitor())
                .distinct()
                .toList();
        String compared = experiment.measured().analysis().compareWith();
        if (compared != null) {
            require("compareWith", compared, competitors);
        }
        Normalization normalization = experiment.measured().analysis().normalization();
        if (normalization != null) {
            require("normalization.zero", normalization.zero(), experiment.controllers());
            require("normalization.one", normalization.one(), experiment.controllers());
        }
    }

    private static void require(String field, String label, List<String> known) {
        if (!known.contains(label)) {
            throw new InvalidSetting(
                    field,
                    label,
                    known.isEmpty() ? "list it in 'controllers'" : "use one of: " + String.join(", ", known));
        }
    }
}

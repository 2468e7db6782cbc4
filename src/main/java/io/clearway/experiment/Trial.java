package io.clearway.experiment;

import io.clearway.scenario.Scenario;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Optional;

/** One independent part of an experiment, which is played from beginning to end on its own. */
public sealed interface Trial permits LearningTrial, RuleTrial {
    /** Where its result belongs. */
    Cell cell();

    /** The traffic problem. */
    Scenario scenario();

    /** Settings of the scenario on evaluation seeds. */
    Settings evaluationSettings();

    /** Seed of the training run; empty for a rule. */
    Optional<Long> trainingSeed();

    /** Joint decisions of training; 0 for a rule. */
    int trainingDecisions();

    /** Everything that its result depends on but the evaluation seeds: field name → value as JSON would hold it. */
    Map<String, Object> content();

    /** Joint decisions of one held-out episode. */
    default int evaluationHorizon() {
        return scenario().horizon(evaluationSettings());
    }

    /** Name of its folder among the others of its experiment, with slashes between folders. */
    default String folder() {
        String place = fit(cell().scenario()) + "/" + fit(cell().competitor());
        return trainingSeed().map(seed -> place + "/seed-" + seed).orElse(place);
    }

    /** For people. */
    default String title() {
        return trainingSeed()
                .map(seed -> "%s, training seed %d".formatted(cell(), seed))
                .orElseGet(() -> cell().toString());
    }

    private static String fit(String label) {
        return label.replaceAll("[^A-Za-z0-9.=+-]+", "_").replaceAll("^\\.+", "_");
    }
}

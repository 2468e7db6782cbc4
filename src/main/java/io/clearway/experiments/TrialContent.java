package io.clearway.experiments;

import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.Trial;
import io.clearway.experiment.description.Experiment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What results depend on, as text: trials that are alike have the same, and so have experiments. */
public final class TrialContent {
    private static final JsonMapper JSON = new JsonMapper();

    private TrialContent() {}

    /** Of a trial, its evaluation seeds aside. */
    public static String of(Trial trial) {
        return JSON.writeValueAsString(trial.content());
    }

    /** SHA-256 of all that the results of an experiment depend on, its name and labels among them, in hexadecimal. */
    public static String hash(ExperimentPlan plan) {
        Experiment experiment = plan.experiment();
        String all = JSON.writeValueAsString(List.of(
                experiment.name(),
                experiment.measured(),
                experiment.protocol(),
                plan.trials().stream()
                        .map(trial -> List.of(trial.cell(), of(trial)))
                        .toList()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.clearway.experiment.result;

import io.clearway.experiment.description.Measure;
import io.clearway.setting.EnumWords;
import java.util.LinkedHashMap;
import java.util.Map;

/** The results of an experiment as the fields of a JSON document, in the form that command and service share. */
public final class ResultDocument {
    private ResultDocument() {}

    /** Field name → value. */
    public static Map<String, Object> of(ExperimentResults results) {
        Measure measure = results.plan().experiment().measured().measure();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", results.plan().experiment().name());
        json.put("metric", measure.metric().key());
        json.put("unit", measure.metric().unit());
        json.put("better", EnumWords.of(measure.better()));
        json.put("trainingSeeds", results.plan().experiment().protocol().trainingSeeds());
        json.put("evaluationSeeds", results.plan().experiment().protocol().evaluationSeeds());
        json.put(
                "trials",
                results.trials().stream().map(trial -> trial.trial().content()).toList());
        json.put("summaries", results.summaries());
        json.put(
                "comparisons",
                results.comparisons().stream()
                        .map(comparison -> of(
                                comparison,
                                comparison.group().equals(ExperimentResults.ALL) || measure.higherIsBetter()))
                        .toList());
        json.put("profiles", results.profiles());
        json.put("curves", results.curves().stream().map(ResultDocument::of).toList());
        return json;
    }

    private static Map<String, Object> of(Comparison comparison, boolean higherIsBetter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", comparison.group());
        json.put("first", comparison.first());
        json.put("second", comparison.second());
        json.put("conclusion", comparison.conclusion(higherIsBetter));
        json.put("difference", comparison.difference());
        json.put("probabilityOfImprovement", comparison.probabilityOfImprovement());
        json.put("test", comparison.test());
        return json;
    }

    private static Map<String, Object> of(LearningCurve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", curve.scenario());
        json.put("competitor", curve.competitor());
        json.put("metric", curve.metric().key());
        json.put("runs", curve.runs());
        json.put("points", curve.points());
        return json;
    }
}

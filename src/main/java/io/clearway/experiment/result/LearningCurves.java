package io.clearway.experiment.result;

import io.clearway.experiment.Cell;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.statistics.Curve;
import io.clearway.metric.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes learning curves of training runs. */
final class LearningCurves {
    /** Own episodes that a value is the mean of. */
    static final int WINDOW = 10;

    private static final int PLACES = 101;

    private final Map<Cell, List<TrialResult>> runs = new LinkedHashMap<>();

    LearningCurves(List<TrialResult> trials) {
        for (TrialResult trial : trials) {
            if (!trial.training().isEmpty()) {
                runs.computeIfAbsent(trial.trial().cell(), cell -> new ArrayList<>())
                        .add(trial);
            }
        }
    }

    /** A curve for each metric and cell that measured it in all runs. */
    List<LearningCurve> of(List<Metric> metrics) {
        List<LearningCurve> curves = new ArrayList<>();
        for (Metric metric : metrics) {
            runs.forEach((cell, trials) -> {
                List<Curve> measured = trials.stream()
                        .flatMap(trial -> curve(trial, metric).stream())
                        .toList();
                if (measured.size() == trials.size()) {
                    curves.add(new LearningCurve(
                            cell.scenario(), cell.competitor(), metric, trials.size(), Curve.mean(measured, PLACES)));
                }
            });
        }
        return curves;
    }

    private static Optional<Curve> curve(TrialResult trial, Metric metric) {
        List<Double> decisions = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        trial.training().forEach(episode -> {
            double value = episode.metrics().getOrDefault(metric, Double.NaN);
            if (Double.isFinite(value)) {
                decisions.add((double) episode.decisions());
                values.add(value);
            }
        });
        return decisions.isEmpty() ? Optional.empty() : Optional.of(new Curve(decisions, values).smoothed(WINDOW));
    }
}

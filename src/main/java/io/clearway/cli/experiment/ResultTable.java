package io.clearway.cli.experiment;

import io.clearway.cli.terminal.TerminalColors;
import io.clearway.cli.terminal.TextTable;
import io.clearway.experiment.description.Measure;
import io.clearway.experiment.result.Comparison;
import io.clearway.experiment.result.ExperimentResults;
import io.clearway.experiment.result.Summary;
import java.util.List;

/** The results of an experiment for a terminal. */
public final class ResultTable {
    private static final int MOST_COMPARISONS = 10;

    private final ExperimentResults results;

    public ResultTable(ExperimentResults results) {
        this.results = results;
    }

    /** A table and comparisons for each scenario. */
    public String render(boolean color) {
        var text = new StringBuilder();
        Measure measure = results.plan().experiment().measured().measure();
        for (String group : results.groups()) {
            text.append(System.lineSeparator())
                    .append("%s: %s, %s is better"
                            .formatted(
                                    group,
                                    group.equals(ExperimentResults.ALL)
                                            ? "normalized score"
                                            : measure.metric().key(),
                                    higherIsBetter(group) ? "higher" : "lower"))
                    .append(System.lineSeparator())
                    .append(table(group, color));
            comparisons(group).forEach(line -> text.append(line).append(System.lineSeparator()));
        }
        return text.toString();
    }

    private boolean higherIsBetter(String group) {
        return group.equals(ExperimentResults.ALL)
                || results.plan().experiment().measured().measure().higherIsBetter();
    }

    private String table(String group, boolean color) {
        var table = new TextTable(List.of("competitor", "runs", "IQM", "95 %", "mean", "95 %"), color, List.of());
        for (Summary summary : results.summaries()) {
            if (summary.group().equals(group)) {
                table.row(
                        List.of(
                                summary.competitor(),
                                String.valueOf(summary.runs()),
                                Figures.estimate(summary.interquartileMean()),
                                Figures.ends(summary.interquartileMean()),
                                Figures.estimate(summary.mean()),
                                Figures.ends(summary.mean())),
                        column -> TerminalColors.PLAIN);
            }
        }
        return table.render();
    }

    private List<String> comparisons(String group) {
        List<Comparison> comparisons = results.comparisons().stream()
                .filter(comparison -> comparison.group().equals(group))
                .toList();
        if (comparisons.size() > MOST_COMPARISONS) {
            long clear = comparisons.stream()
                    .filter(comparison -> !comparison.conclusion(true).startsWith("not"))
                    .count();
            return List.of(
                    "%d comparisons, %d of them distinguishable: see the report".formatted(comparisons.size(), clear));
        }
        return comparisons.stream()
                .map(comparison -> "%s is %s%s %s: difference %s, p %s (Holm, over %s seeds)"
                        .formatted(
                                comparison.first(),
                                comparison.conclusion(higherIsBetter(group)),
                                comparison.conclusion(true).startsWith("not") ? " from" : " than",
                                comparison.second(),
                                Figures.interval(comparison.difference()),
                                Figures.pValue(comparison.test().adjusted()),
                                comparison.test().overTrainingSeeds() ? "training" : "evaluation"))
                .toList();
    }
}

package io.clearway.cli.experiment;

import io.clearway.cli.terminal.TerminalColors;
import io.clearway.cli.terminal.TextTable;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The trials of an experiment before they are played. */
public final class PlanTable {
    private final ExperimentPlan plan;

    public PlanTable(ExperimentPlan plan) {
        this.plan = plan;
    }

    /** A row for each scenario and competitor, then the sums. */
    public String render(boolean color) {
        var table = new TextTable(
                List.of("competitor", "scenario", "runs", "decisions of each", "held-out episodes"), color, List.of());
        int episodes = plan.experiment().protocol().evaluationSeeds().size();
        plan.trials().stream()
                .collect(Collectors.groupingBy(Trial::cell, LinkedHashMap::new, Collectors.toList()))
                .forEach((cell, trials) -> table.row(
                        List.of(
                                cell.competitor(),
                                cell.scenario(),
                                String.valueOf(trials.size()),
                                number(trials.get(0).trainingDecisions()),
                                number((long) trials.size() * episodes)),
                        column -> TerminalColors.PLAIN));
        return table.render()
                + "%d trials, %s decisions of training, %s held-out episodes (%s decisions)%n"
                        .formatted(
                                plan.trials().size(),
                                number(plan.trainingDecisions()),
                                number(plan.evaluationEpisodes()),
                                number(plan.decisions() - plan.trainingDecisions()));
    }

    /** The same for programs, with everything that each trial depends on. */
    public Map<String, Object> json() {
        List<Map<String, Object>> trials = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("scenario", trial.cell().scenario());
            row.put("competitor", trial.cell().competitor());
            row.put("folder", trial.folder());
            row.put("content", trial.content());
            trials.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", plan.experiment().name());
        json.put("trainingDecisions", plan.trainingDecisions());
        json.put("evaluationEpisodes", plan.evaluationEpisodes());
        json.put("trials", trials);
        return json;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

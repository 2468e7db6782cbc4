package io.clearway.experiment;

import io.clearway.algorithm.Algorithm;
import io.clearway.catalog.Catalog;
import io.clearway.catalog.UnknownName;
import io.clearway.experiment.description.AlgorithmChoice;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.ScenarioChoice;
import io.clearway.experiment.description.Sweep.Target;
import io.clearway.scenario.Scenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes the trials of an experiment, and checks everything that can be checked without playing. */
final class Trials {
    private final Experiment experiment;
    private final Catalog catalog;
    private final List<Trial> trials = new ArrayList<>();

    Trials(Experiment experiment, Catalog catalog) {
        this.experiment = experiment;
        this.catalog = catalog;
    }

    List<Trial> all() {
        for (int at = 0; at < experiment.scenarios().size(); at++) {
            ScenarioChoice choice = experiment.scenarios().get(at);
            String path = "scenarios[%d]".formatted(at);
            Scenario scenario = named(path + ".name", () -> catalog.scenario(choice.name()));
            for (Variants point :
                    Variants.grid(choice.label(), choice.settings(), Target.SCENARIOS, experiment.sweeps())) {
                Settings changes = new Settings(choice.evaluationSettings());
                Settings settings = new Settings(point.settings());
                check(path, point, scenario, settings, changes);
                addRules(scenario, point.label(), settings.changedBy(changes.values()));
                addRuns(scenario, point.label(), settings, changes);
            }
        }
        return trials;
    }

    private static void check(String path, Variants point, Scenario scenario, Settings settings, Settings changes) {
        within(path, "settings", point, () -> scenario.horizon(settings));
        within(path, "evaluationSettings", point, () -> scenario.horizon(settings.changedBy(changes.values())));
    }

    private void addRules(Scenario scenario, String label, Settings settings) {
        List<String> controllers = experiment.controllers();
        for (int at = 0; at < controllers.size(); at++) {
            String given = controllers.get(at);
            String rule = given.equals(Experiment.REFERENCE) ? scenario.reference() : given;
            if (!scenario.controllers().containsKey(rule)) {
                List<String> known = new ArrayList<>(scenario.controllers().keySet());
                known.add(Experiment.REFERENCE);
                throw new UnknownName("controllers[%d]".formatted(at), rule, known);
            }
            trials.add(new RuleTrial(new Cell(label, given), scenario, rule, scenario.settingsFor(rule, settings)));
        }
    }

    private void addRuns(Scenario scenario, String label, Settings settings, Settings changes) {
        for (int at = 0; at < experiment.algorithms().size(); at++) {
            AlgorithmChoice choice = experiment.algorithms().get(at);
            String path = "algorithms[%d]".formatted(at);
            Algorithm algorithm = named(path + ".name", () -> catalog.algorithm(choice.name()));
            for (Variants point :
                    Variants.grid(choice.label(), choice.settings(), Target.ALGORITHMS, experiment.sweeps())) {
                for (long seed : experiment.protocol().trainingSeeds()) {
                    RunPlan plan = within(
                            path,
                            "settings",
                            point,
                            () -> new RunPlan(
                                    scenario,
                                    settings,
                                    algorithm,
                                    new Settings(point.settings()),
                                    seed,
                                    choice.decisions(),
                                    experiment.protocol().selection()));
                    plan.requireMoreThanWarmStart(path + ".decisions");
                    trials.add(new LearningTrial(new Cell(label, point.label()), plan, changes));
                }
            }
        }
    }

    private static <T> T named(String path, Supplier<T> found) {
        try {
            return found.get();
        } catch (InvalidSetting complaint) {
            throw new InvalidSetting(path, complaint.given(), complaint.hint());
        }
    }

    /** A complaint about a setting names where it was given: in the scenario or algorithm, or in a sweep of it. */
    private static <T> T within(String path, String part, Variants point, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSetting complaint) {
            String setting = complaint.field().replaceFirst("^(algorithmSettings|scenarioSettings)\\.", "");
            String where = "%s.%s.%s".formatted(path, part, setting);
            String of = point.sweeps().isEmpty() ? "" : " (%s)".formatted(point.label());
            throw new InvalidSetting(where + of, complaint.given(), complaint.hint());
        }
    }
}

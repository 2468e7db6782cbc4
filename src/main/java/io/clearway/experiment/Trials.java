package io.clearway.experiment;

import io.clearway.algorithm.Algorithm;
import io.clearway.catalog.Catalog;
import io.clearway.catalog.UnknownName;
import io.clearway.experiment.description.AlgorithmChoice;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.ScenarioChoice;
import io.clearway.experiment.description.Sweep.Target;
import io.clearway.scenario.Scenario;
import io.clearway.setting.Complaints;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the trials of an experiment, and checks everything that can be checked without playing. */
final class Trials {
    private final Experiment experiment;
    private final Catalog catalog;
    private final List<Trial> trials = new ArrayList<>();
    private final List<InvalidSetting> complaints = new ArrayList<>();

    /** A scenario, what results call it, and its settings in training and what differs from them in evaluation. */
    private record Ground(Scenario scenario, String label, Settings settings, Settings evaluationChanges) {}

    Trials(Experiment experiment, Catalog catalog) {
        this.experiment = experiment;
        this.catalog = catalog;
    }

    List<Trial> all() {
        for (int at = 0; at < experiment.scenarios().size(); at++) {
            ScenarioChoice choice = experiment.scenarios().get(at);
            String path = "scenarios[%d]".formatted(at);
            check(() -> named(path + ".name", () -> catalog.scenario(choice.name())))
                    .ifPresent(scenario -> add(scenario, path, choice));
        }
        Complaints all = new Complaints();
        complaints.forEach(all::add);
        all.throwIfAny();
        return trials;
    }

    private void add(Scenario scenario, String path, ScenarioChoice choice) {
        for (Variants point : Variants.grid(choice.label(), choice.settings(), Target.SCENARIOS, experiment.sweeps())) {
            Settings changes = new Settings(choice.evaluationSettings());
            Settings settings = new Settings(point.settings());
            check(() -> checked(path, point, scenario, settings, changes)).ifPresent(usable -> {
                addRules(scenario, point.label(), settings.changedBy(changes.values()));
                addRuns(new Ground(scenario, point.label(), settings, changes));
            });
        }
    }

    /** What is wrong with every scenario or seed alike is complained about once. */
    private <T> Optional<T> check(Supplier<T> part) {
        Complaints found = new Complaints();
        Optional<T> made = found.check(part);
        try {
            found.throwIfAny();
        } catch (InvalidSetting complaint) {
            complaint.all().stream()
                    .filter(one -> complaints.stream().noneMatch(before -> same(before, one)))
                    .forEach(complaints::add);
        }
        return made;
    }

    private static boolean same(InvalidSetting one, InvalidSetting other) {
        return one.field().equals(other.field())
                && one.given().equals(other.given())
                && one.hint().equals(other.hint());
    }

    private static Settings checked(
            String path, Variants point, Scenario scenario, Settings settings, Settings changes) {
        within(path, "settings", point, () -> scenario.horizon(settings));
        within(path, "evaluationSettings", point, () -> scenario.horizon(settings.changedBy(changes.values())));
        return settings;
    }

    private void addRules(Scenario scenario, String label, Settings settings) {
        List<String> controllers = experiment.controllers();
        for (int at = 0; at < controllers.size(); at++) {
            String given = controllers.get(at);
            String field = "controllers[%d]".formatted(at);
            check(() -> rule(scenario, field, given))
                    .ifPresent(rule -> trials.add(new RuleTrial(
                            new Cell(label, given), scenario, rule, scenario.settingsFor(rule, settings))));
        }
    }

    private static String rule(Scenario scenario, String field, String given) {
        String rule = given.equals(Experiment.REFERENCE) ? scenario.reference() : given;
        if (!scenario.controllers().containsKey(rule)) {
            List<String> known = new ArrayList<>(scenario.controllers().keySet());
            known.add(Experiment.REFERENCE);
            throw new UnknownName(field, rule, known);
        }
        return rule;
    }

    private void addRuns(Ground ground) {
        for (int at = 0; at < experiment.algorithms().size(); at++) {
            AlgorithmChoice choice = experiment.algorithms().get(at);
            String path = "algorithms[%d]".formatted(at);
            check(() -> named(path + ".name", () -> catalog.algorithm(choice.name())))
                    .ifPresent(algorithm -> addRuns(ground, path, choice, algorithm));
        }
    }

    private void addRuns(Ground ground, String path, AlgorithmChoice choice, Algorithm algorithm) {
        for (Variants point :
                Variants.grid(choice.label(), choice.settings(), Target.ALGORITHMS, experiment.sweeps())) {
            Settings settings = new Settings(point.settings());
            for (long seed : experiment.protocol().trainingSeeds()) {
                check(() -> longEnough(
                                path,
                                within(
                                        path,
                                        "settings",
                                        point,
                                        () -> new RunPlan(
                                                ground.scenario(),
                                                ground.settings(),
                                                algorithm,
                                                settings,
                                                seed,
                                                choice.decisions(),
                                                experiment.protocol().selection()))))
                        .ifPresent(plan -> trials.add(new LearningTrial(
                                new Cell(ground.label(), point.label()), plan, ground.evaluationChanges())));
            }
        }
    }

    private static RunPlan longEnough(String path, RunPlan plan) {
        plan.requireMoreThanWarmStart(path + ".decisions");
        return plan;
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
            String of = point.sweeps().isEmpty() ? "" : " (%s)".formatted(point.label());
            throw complaint.mapped(one ->
                    new InvalidSetting("%s.%s.%s%s".formatted(path, part, setting(one), of), one.given(), one.hint()));
        }
    }

    private static String setting(InvalidSetting complaint) {
        return complaint.field().replaceFirst("^(algorithmSettings|scenarioSettings)\\.", "");
    }
}

package io.clearway.training;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Learner.WarmStart;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.WarmStartEpisodes;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.scenario.Scenario;
import io.clearway.setting.Complaints;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.setting.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be trained, for how long.
 *
 * @param scenario the traffic problem
 * @param scenarioSettings part of {@link Scenario#defaults}
 * @param algorithm the way of learning
 * @param algorithmSettings part of {@link Algorithm#defaults}; a preset that they name is spelled out
 * @param seed root of all randomness in the run
 * @param decisions joint decisions after which the run ends with the round in progress; a warm start counts
 * @param selection how the final policy is chosen
 */
public record RunPlan(
        Scenario scenario,
        Settings scenarioSettings,
        Algorithm algorithm,
        Settings algorithmSettings,
        long seed,
        int decisions,
        SelectionSettings selection) {
    public RunPlan {
        if (decisions < 1) {
            throw new InvalidSetting("decisions", decisions, "give a whole number of at least 1");
        }
        Complaints complaints = new Complaints();
        Settings given = algorithmSettings;
        complaints.check(() -> checked(scenario, scenarioSettings));
        Optional<Settings> completed = complaints.check(() -> completed(algorithm, given));
        complaints.throwIfAny();
        algorithmSettings = completed.orElseThrow();
    }

    /** The task as the learner sees it. */
    public Task task() {
        return TrainedPolicy.task(scenario, scenarioSettings);
    }

    /** Root of chance. */
    public Seeds seeds() {
        return new Seeds(seed);
    }

    /** Name of the rule that its learner starts from; empty where it starts from none. */
    public Optional<String> startingRule() {
        try (Learner learner = algorithm.start(task(), algorithmSettings, seeds())) {
            return learner.warmStart().map(this::rule);
        }
    }

    /** Demonstrations of a rule that its learner takes first; empty where it takes none. */
    public Optional<WarmStartEpisodes> demonstrations() {
        return algorithm.demonstrations(algorithmSettings);
    }

    /**
     * Refuses a run that would be over before its learner has played: demonstrations count as decisions.
     *
     * @param field name of the decisions where they were given, such as {@code decisions}
     */
    public void requireMoreThanWarmStart(String field) {
        demonstrations().ifPresent(demonstrations -> {
            long taken = (long) demonstrations.episodes() * scenario.horizon(scenarioSettings);
            if (decisions <= taken) {
                throw new InvalidSetting(
                        field,
                        decisions,
                        "give more than %d: demonstrations of the rule %s take up to that many (%d episodes of %d);"
                                        .formatted(
                                                taken,
                                                named(demonstrations.rule()),
                                                demonstrations.episodes(),
                                                scenario.horizon(scenarioSettings))
                                + " the setting warmStartEpisodes asks for fewer");
            }
        });
    }

    /** Name of the rule of a warm start. */
    String rule(WarmStart warmStart) {
        return named(warmStart.rule());
    }

    private String named(String rule) {
        return rule.equals(WarmStart.REFERENCE) ? scenario.reference() : rule;
    }

    /** The controllers of a rule that a warm start names. */
    ControllerSource controllers(String rule) {
        ControllerSource controllers = scenario.controllers().get(rule);
        if (controllers == null) {
            throw new InvalidSetting(
                    "algorithmSettings.warmStart",
                    rule,
                    "%sgive 'reference' or one of the scenario's controllers: %s"
                            .formatted(
                                    Suggestion.question(
                                            rule, scenario.controllers().keySet()),
                                    String.join(", ", scenario.controllers().keySet())));
        }
        return controllers;
    }

    /** Whether these settings of the scenario are among those of this plan. */
    boolean hasScenarioSettings(Settings some) {
        return same(scenarioSettings.changedBy(some.values()).values(), scenarioSettings, scenario.defaults());
    }

    /** The checkpoints that its final policy is chosen from. */
    Candidates candidates() {
        return new Candidates(selection, decisions);
    }

    /** What checkpoints of this run carry: every setting, defaults included. */
    public Checkpoint.Origin origin() {
        return new Checkpoint.Origin(
                scenario.name(),
                Settings.asMap(scenarioSettings.over(scenario.defaults())),
                algorithm.name(),
                Settings.asMap(algorithmSettings.over(algorithm.defaults())),
                seed);
    }

    /** Whether a checkpoint of this origin comes from a run of this plan, whatever its length. */
    public boolean made(Checkpoint.Origin origin) {
        return origin.scenario().equals(scenario.name())
                && origin.algorithm().equals(algorithm.name())
                && origin.seed() == seed
                && same(origin.scenarioSettings(), scenarioSettings, scenario.defaults())
                && same(origin.algorithmSettings(), algorithmSettings, algorithm.defaults());
    }

    /** What another origin has else than this plan, in words; empty where it is of the same run. */
    String differences(Checkpoint.Origin other) {
        Checkpoint.Origin own = origin();
        List<String> different = new ArrayList<>();
        note("scenario", other.scenario(), own.scenario(), different);
        note("algorithm", other.algorithm(), own.algorithm(), different);
        note("seed", other.seed(), own.seed(), different);
        note(other.scenarioSettings(), own.scenarioSettings(), different);
        note(other.algorithmSettings(), own.algorithmSettings(), different);
        return String.join(", ", different);
    }

    private static void note(Map<String, Object> others, Map<String, Object> own, List<String> different) {
        Set<String> names = new TreeSet<>(others.keySet());
        names.addAll(own.keySet());
        names.forEach(name -> note(name, others.get(name), own.get(name), different));
    }

    private static void note(String name, @Nullable Object other, @Nullable Object own, List<String> different) {
        if (!String.valueOf(other).equals(String.valueOf(own))) {
            different.add("%s %s instead of %s".formatted(name, other, own));
        }
    }

    private static boolean same(Map<String, Object> kept, Settings planned, Record defaults) {
        return new Settings(kept).over(defaults).equals(planned.over(defaults));
    }

    private static Settings completed(Algorithm algorithm, Settings given) {
        try {
            Settings settings = algorithm.complete(given);
            settings.over(algorithm.defaults());
            return settings;
        } catch (InvalidSetting complaint) {
            throw complaint.within("algorithmSettings");
        }
    }

    private static Settings checked(Scenario scenario, Settings given) {
        try {
            given.over(scenario.defaults());
            // a scenario may know limits that its settings alone do not
            scenario.horizon(given);
            return given;
        } catch (InvalidSetting complaint) {
            throw complaint.within("scenarioSettings");
        }
    }
}

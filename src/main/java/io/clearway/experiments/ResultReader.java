package io.clearway.experiments;

import io.clearway.catalog.Catalog;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.Trial;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.TrialResult.TrainingEpisode;
import io.clearway.experiment.result.ExperimentResults;
import io.clearway.experiment.result.ResultDocument;
import io.clearway.runs.RunStatus;
import io.clearway.runs.Runs;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of experiments from what the database keeps of their trials: computed by the code of the command
 * {@code experiment}, once, when first requested.
 */
public final class ResultReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LOCKS = 16;
    private static final String REPEAT = "submit the experiment again under another name";

    private final Experiments experiments;
    private final Runs runs;
    private final Catalog catalog;
    /** Results of the same experiment are computed once, also where several ask at the same time. */
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    public ResultReader(Experiments experiments, Runs runs, Catalog catalog) {
        this.experiments = experiments;
        this.runs = runs;
        this.catalog = catalog;
    }

    /**
     * The results as JSON, with the fields of {@code results.json}.
     *
     * @throws UnknownExperiment when there is none
     * @throws NoResults when a trial is not finished, its scenario was replaced or is gone, or simulators differ
     */
    public String json(UUID id) {
        StoredExperiment experiment = experiments.get(id);
        requireFinished(experiment);
        return experiments.findResults(id).orElseGet(() -> computed(id));
    }

    private String computed(UUID id) {
        synchronized (locks[Math.floorMod(id.hashCode(), LOCKS)]) {
            StoredExperiment experiment = experiments.get(id);
            requireFinished(experiment);
            // who waited for the lock finds what the one before has kept
            return experiments.findResults(id).orElseGet(() -> {
                String computed = JSON.writeValueAsString(ResultDocument.of(compute(experiment)));
                experiments.keepResults(id, computed);
                return computed;
            });
        }
    }

    private ExperimentResults compute(StoredExperiment experiment) {
        ExperimentPlan plan = plan(experiment.source());
        List<TrialResult> results = new ArrayList<>();
        for (TrialState state : experiment.trials()) {
            results.add(result(experiment.id(), plan, state));
        }
        requireOneSimulator(results);
        return ExperimentResults.of(plan, results);
    }

    /** What was accepted once may name a scenario that was deleted since. */
    private ExperimentPlan plan(ExperimentSource source) {
        try {
            return source.described().plan(catalog);
        } catch (InvalidSetting changed) {
            throw new NoResults(
                    changed.field(),
                    "'%s' can no longer be used; %s".formatted(changed.given(), changed.hint()),
                    "offer the scenario again as it was, or " + REPEAT);
        }
    }

    private TrialResult result(UUID experiment, ExperimentPlan plan, TrialState state) {
        Trial trial = plan.trials().get(state.number());
        UUID run = state.run();
        List<EpisodeResult> played =
                run == null ? experiments.episodes(experiment, state.number()) : runs.evaluations(run);
        Map<Long, EpisodeResult> bySeed = new LinkedHashMap<>();
        played.forEach(episode -> bySeed.put(episode.seed(), episode));
        return new TrialResult(
                trial,
                run == null ? List.of() : training(run),
                plan.experiment().protocol().evaluationSeeds().stream()
                        .map(seed -> episode(trial, seed, bySeed))
                        .toList());
    }

    private static EpisodeResult episode(Trial trial, long seed, Map<Long, EpisodeResult> bySeed) {
        EpisodeResult episode = bySeed.get(seed);
        if (episode == null) {
            throw new NoResults("episodes", "seed %d of %s is missing".formatted(seed, trial.title()), REPEAT);
        }
        String hash = trial.scenario().hash();
        if (!episode.scenarioHash().equals(hash)) {
            throw new NoResults(
                    "scenarioHash",
                    "%s was played on %s, and is now %s"
                            .formatted(trial.scenario().name(), episode.scenarioHash(), hash),
                    REPEAT);
        }
        return episode;
    }

    private List<TrainingEpisode> training(UUID run) {
        return runs.episodes(run, 0).stream()
                .filter(episode -> episode.controller().equals(EpisodeReport.LEARNER))
                .map(episode -> new TrainingEpisode(episode.decisions(), episode.metrics()))
                .toList();
    }

    private static void requireFinished(StoredExperiment experiment) {
        ExperimentProgress progress = experiment.progress();
        if (progress.status() == RunStatus.FINISHED) {
            return;
        }
        int finished = progress.byStatus().getOrDefault(RunStatus.FINISHED, 0);
        throw new NoResults(
                "trials",
                "%d of %d are finished".formatted(finished, progress.trialCount()),
                progress.status().isOver()
                        ? "submit the same description again: it repeats what has failed or was canceled"
                        : "wait until all are; the experiment tells how far it is");
    }

    private static void requireOneSimulator(List<TrialResult> results) {
        Set<String> simulators = new TreeSet<>();
        results.forEach(trial -> trial.episodes().forEach(episode -> simulators.add(episode.simulator())));
        if (simulators.size() > 1) {
            throw new NoResults("simulator", String.join(", ", simulators), REPEAT + ", on workers of one version");
        }
    }
}

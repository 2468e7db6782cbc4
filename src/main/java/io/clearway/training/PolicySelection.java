package io.clearway.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.training.Selection.Difference;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the final policy of a run on validation seeds, which are neither trained nor tested on, so that it is never
 * worse than the rule it started from, up to chance. The first half of the seeds chooses the best checkpoint, the other
 * half compares it with the rule, all on the same traffic. The rule stays unless the 95 % interval of the paired
 * difference is clear of 0 in favor of the checkpoint. A run that started from no rule takes its best checkpoint.
 */
public final class PolicySelection {
    private static final int COMPARED = 2;

    private final RunPlan plan;
    private final int parallelEpisodes;
    private final TrainingListener listener;

    /**
     * @param parallelEpisodes episodes played at the same time; the result does not depend on it
     * @param listener hears of the progress, and may stop it
     */
    public PolicySelection(RunPlan plan, int parallelEpisodes, TrainingListener listener) {
        this.plan = plan;
        this.parallelEpisodes = parallelEpisodes;
        this.listener = listener;
    }

    /**
     * The final policy; empty when stopped on the way.
     *
     * @param kept checkpoints of the run, among them those that {@link TrainingListener#checkpoint} called candidates
     *     and the last one
     * @throws io.clearway.setting.InvalidSetting when the scenario measures nothing to choose by
     */
    public Optional<SelectedPolicy> select(List<Checkpoint> kept) {
        List<Checkpoint> candidates = plan.candidates().among(kept);
        Optional<String> rule = plan.selection().wanted() ? plan.startingRule() : Optional.empty();
        Validation validation = validation(candidates.size(), rule.isPresent());
        return best(candidates, validation)
                .flatMap(best -> rule.isPresent()
                        ? compare(best, candidates, rule.get(), validation)
                        : Optional.of(unopposed(best, candidates.size())));
    }

    private Validation validation(int candidates, boolean rule) {
        int episodes = candidates * choosing(candidates).size()
                + (rule ? COMPARED * comparing().size() : 0);
        return new Validation(plan.scenario(), parallelEpisodes, listener, episodes);
    }

    private Optional<Checkpoint> best(List<Checkpoint> candidates, Validation validation) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        List<TrainedPolicy> policies = candidates.stream().map(this::policy).toList();
        return validation
                .play(policies, choosing(candidates.size()))
                .map(Scores::best)
                .map(candidates::get);
    }

    private Optional<SelectedPolicy> compare(
            Checkpoint best, List<Checkpoint> candidates, String rule, Validation validation) {
        Checkpoint last = candidates.get(candidates.size() - 1);
        Checkpoint start = Checkpoint.ofRule(plan.origin(), last.progress(), rule);
        return validation
                .play(List.of(policy(best), policy(start)), comparing())
                .map(scores -> {
                    ConfidenceInterval difference = scores.difference(0, 1);
                    boolean better = scores.criterion().favorsFirst(difference);
                    String metric = scores.criterion().metric().key();
                    Selection selection = new Selection(
                            rule,
                            !better,
                            best.progress().rounds(),
                            candidates.size(),
                            difference.count(),
                            new Difference(metric, difference.mean(), difference.halfWidth()));
                    return new SelectedPolicy(better ? best : start, selection);
                });
    }

    private SelectedPolicy unopposed(Checkpoint best, int candidates) {
        int rounds = best.progress().rounds();
        return new SelectedPolicy(
                best,
                Selection.unopposed(rounds, candidates, choosing(candidates).size()));
    }

    private TrainedPolicy policy(Checkpoint checkpoint) {
        return TrainedPolicy.of(checkpoint, plan.scenario(), plan.algorithm());
    }

    /** No seeds where there is nothing to choose. */
    private List<Long> choosing(int candidates) {
        return candidates == 1 ? List.of() : plan.selection().choosing(plan.seeds());
    }

    private List<Long> comparing() {
        return plan.selection().comparing(plan.seeds());
    }
}
